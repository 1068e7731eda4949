import { Injectable } from '@nestjs/common';
import {
  FindByNumber,
  FindHeldPosts,
  FindPerson,
  FindStanding,
  type HeldPost,
} from '@redress/contracts/directory/standing';
import type { Actor } from '@redress/contracts/envelope';
import type { Answer } from '@redress/contracts/query';
import type { PersonId, PostId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { idOf, sha256Of } from '../secrets/texts.js';

const SYSTEM = { role: 'system' } as const;

/** Who is registered, and who may act in which post: the directory knows. While it does not answer, nobody signs in. */
@Injectable()
export class People {
  constructor(private readonly services: Services) {}

  /** Who has a roster number. For one that nobody has, an id that nobody has: it takes the same steps, and leads nowhere. */
  async withNumber(rosterNumber: string): Promise<PersonId> {
    const person = await this.find(rosterNumber);
    return person ?? (idOf(sha256Of(`nobody has ${rosterNumber}`)) as PersonId);
  }

  /** The same; undefined for a number that nobody has. */
  async find(rosterNumber: string): Promise<PersonId | undefined> {
    return found(await this.services.ask(FindByNumber, { rosterNumber }, SYSTEM))?.person;
  }

  async isKnown(person: PersonId): Promise<boolean> {
    return found(await this.services.ask(FindPerson, { person }, SYSTEM)) !== undefined;
  }

  /** As whom somebody acts in a post today; undefined when it is not theirs. */
  async standing(person: PersonId, post: PostId): Promise<Actor | undefined> {
    return found(await this.services.ask(FindStanding, { person, post }, SYSTEM))?.actor;
  }

  async postsOf(person: PersonId): Promise<readonly HeldPost[]> {
    return found(await this.services.ask(FindHeldPosts, { person }, SYSTEM))?.posts ?? [];
  }
}

const found = <Reply extends object>(answer: Answer<Reply>): Reply | undefined => {
  if (!('rejected' in answer)) return answer;
  if (answer.rejected === 'not-yet') throw new ServiceUnavailable('the directory is behind');
  return undefined;
};

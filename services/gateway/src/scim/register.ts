import { HttpStatus, Injectable } from '@nestjs/common';
import {
  DepartPerson,
  FindPeople,
  KnowPersonAs,
  type LeaverRejection,
  type RegisteredPerson,
  ReturnPerson,
} from '@redress/contracts/directory/leavers';
import { type PersonRejection, RegisterPerson } from '@redress/contracts/directory/people';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { PersonId } from '@redress/contracts/values';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Sessions } from '../session/sessions.js';
import { stepOf } from './routes.js';

type Known = Pick<FindPeople, 'person' | 'rosterNumber' | 'userName' | 'externalId'>;
type Names = Pick<KnowPersonAs, 'userName' | 'externalId'>;

/** As somebody is to stand in the register. */
export type Standing = {
  readonly rosterNumber: string;
  readonly name: string;
  readonly knownAs: Names;
  readonly isActive: boolean;
};

const AT_ONCE = 200;

/** Whoever was deleted is there no more, for a connector; the log and whoever reads it still know them. */
export const isThere = ({ hasLeft, userName }: RegisteredPerson): boolean =>
  !hasLeft || userName !== undefined;

/** The register of the directory, which alone knows who is in it. */
@Injectable()
export class Register {
  constructor(
    private readonly services: Services,
    private readonly tokens: Sessions,
    private readonly browsers: BrowserSessions,
  ) {}

  async find(known: Known, actor: Actor): Promise<readonly RegisteredPerson[]> {
    const people: RegisteredPerson[] = [];
    for (let cursor: string | undefined; ;) {
      const asked = { ...known, limit: AT_ONCE, ...(cursor !== undefined && { cursor }) };
      const { rows, next } = found(await this.services.ask(FindPeople, asked, actor));
      people.push(...rows);
      if (next === undefined) return people;
      cursor = next;
    }
  }

  async withId(id: string, actor: Actor): Promise<RegisteredPerson | undefined> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
    return (await this.find({ person: id as PersonId }, actor))[0];
  }

  /** Each step says nothing when it is so already. What they are known by comes last: then all else is done. */
  async keep({ rosterNumber, name, knownAs, isActive }: Standing, envelope: Envelope): Promise<PersonId> {
    const registered = await this.services.send(
      RegisterPerson,
      { rosterNumber, name },
      stepOf(envelope, 'register'),
    );
    const { personId } = settle(registered, REGISTERING);
    const standing = isActive ? ReturnPerson : DepartPerson;
    settle(await this.services.send(standing, { rosterNumber }, stepOf(envelope, 'standing')), LEAVING);
    if (!isActive) this.forget(personId);
    await this.know(rosterNumber, knownAs, envelope);
    return personId;
  }

  async remove({ rosterNumber, id }: RegisteredPerson, envelope: Envelope): Promise<void> {
    settle(await this.services.send(DepartPerson, { rosterNumber }, stepOf(envelope, 'standing')), LEAVING);
    this.forget(id);
    await this.know(rosterNumber, {}, envelope);
  }

  /** Whoever is remembered here as somebody who acts is asked for anew. */
  private forget(id: PersonId): void {
    for (const sessions of [this.tokens, this.browsers]) sessions.forget(({ actor }) => actor.person === id);
  }

  private async know(rosterNumber: string, names: Names, envelope: Envelope): Promise<void> {
    const command = { rosterNumber, ...names };
    settle(await this.services.send(KnowPersonAs, command, stepOf(envelope, 'names')), LEAVING);
  }
}

const REGISTERING: Readonly<Record<PersonRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
};
const LEAVING: Readonly<Record<LeaverRejection, HttpStatus>> = {
  'may-not-change-the-organisation': HttpStatus.FORBIDDEN,
  'no-such-person': HttpStatus.NOT_FOUND,
};

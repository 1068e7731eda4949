import { Injectable } from '@nestjs/common';
import type { RegisteredPerson } from '@redress/contracts/directory/leavers';
import {
  FindPosts,
  JoinPost,
  type PostRejection,
  type PostRow,
  VacatePost,
} from '@redress/contracts/directory/posts';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import type { PostId } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { titleOf } from '@redress/edge/texts/texts';
import { Register } from './register.js';
import { stepOf } from './routes.js';
import { invalid, ScimError } from './scim-error.js';

const AT_ONCE = 200;

/** Who holds which post, as the directory has it. */
@Injectable()
export class Holdings {
  constructor(
    private readonly services: Services,
    private readonly register: Register,
  ) {}

  async find(known: Pick<FindPosts, 'post' | 'code'>, actor: Actor): Promise<readonly PostRow[]> {
    const posts: PostRow[] = [];
    for (let cursor: string | undefined; ;) {
      const asked = { ...known, limit: AT_ONCE, ...(cursor !== undefined && { cursor }) };
      const { rows, next } = found(await this.services.ask(FindPosts, asked, actor));
      posts.push(...rows);
      if (next === undefined) return posts;
      cursor = next;
    }
  }

  async withId(id: string, actor: Actor): Promise<PostRow | undefined> {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return undefined;
    return (await this.find({ post: id as PostId }, actor))[0];
  }

  /** These hold the post from now on, and nobody else; what cannot be is refused before anything is written. */
  async hold({ code, holders }: PostRow, members: readonly string[], envelope: Envelope): Promise<void> {
    if (members.length > 1) throw invalid('members', 'a post is held by one person at a time');
    const held: readonly string[] = holders.map(({ person }) => person);
    const joining = await this.peopleWith(
      members.filter((id) => !held.includes(id)),
      envelope.actor,
    );
    const away = joining.find(({ hasLeft }) => hasLeft);
    if (away) throw invalid('members.value', `${away.id} is not active`);
    const leaving = await this.peopleWith(
      held.filter((id) => !members.includes(id)),
      envelope.actor,
    );
    for (const { rosterNumber } of leaving) await this.step(VacatePost, { code, rosterNumber }, envelope);
    for (const { rosterNumber } of joining) await this.step(JoinPost, { code, rosterNumber }, envelope);
  }

  private peopleWith(ids: readonly string[], actor: Actor): Promise<readonly RegisteredPerson[]> {
    return Promise.all(
      ids.map(async (id) => {
        const person = await this.register.withId(id, actor);
        if (!person) throw invalid('members.value', `${id} is no user`);
        return person;
      }),
    );
  }

  private async step(
    command: typeof JoinPost | typeof VacatePost,
    said: { readonly code: string; readonly rosterNumber: string },
    envelope: Envelope,
  ): Promise<void> {
    const step = stepOf(envelope, `${command.subject} ${said.rosterNumber}`);
    const outcome = await this.services.send(command, said, step);
    if (!('rejected' in outcome)) return;
    const { rejected } = outcome;
    if (rejected in CONFLICTS) throw new ScimError(409, undefined, `members: ${titleOf(rejected).en}`);
    const status = rejected === 'may-not-change-the-organisation' || rejected === 'out-of-scope' ? 403 : 400;
    throw new ScimError(
      status,
      status === 400 ? 'invalidValue' : undefined,
      `members: ${titleOf(rejected).en}`,
    );
  }
}

const CONFLICTS: Readonly<Partial<Record<PostRejection | 'changed-meanwhile', true>>> = {
  'already-held-then': true,
  'person-has-left': true,
  'changed-meanwhile': true,
};

import type { PostRole } from '@redress/contracts/directory/roles';
import type { IssuedToken } from '@redress/contracts/directory/tokens';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, PersonId, PostId, UnitId } from '@redress/contracts/values';
import type { Api } from '../http/api.js';
import { keyOf } from '../http/key.js';
import { Trouble } from '../trouble.js';

/** Somebody in a post, with the token to act. */
export type Officer = {
  readonly token: string;
  readonly person: PersonId;
  readonly post: PostId;
  readonly unit: UnitId;
};

export type NewUnit = { readonly code: string; readonly name: string; readonly parent?: string };

export type NewPost = {
  readonly code: string;
  readonly unit: string;
  readonly title: string;
  readonly role: PostRole;
  /** Who holds it; the roster number is the code of the post. */
  readonly holder: string;
};

/** Earlier than what is ever entered here. */
const FROM = '1990-01-01' as Day;

/** Sets up units and posts as the operator, and lets their holders act. */
export class Posts {
  constructor(
    private readonly api: Api,
    private readonly operator: string,
    private readonly now = new Date(),
  ) {}

  async establish({ code, name, parent }: NewUnit): Promise<void> {
    await this.put(`/units/${encodeURIComponent(code)}`, { name, ...(parent && { parent }), from: FROM });
  }

  async fill({ code, unit, title, role, holder }: NewPost): Promise<Officer> {
    const post = `/posts/${encodeURIComponent(code)}`;
    await this.put(`/people/${encodeURIComponent(code)}`, { name: holder });
    await this.put(post, { unit, title, role, from: FROM });
    await this.put(`${post}/holders/${encodeURIComponent(code)}`, { from: FROM });
    return this.tokenOf(code);
  }

  /** One token a post and month, so that to ask for it again is a repeat. */
  private async tokenOf(code: string): Promise<Officer> {
    const month = this.now.toISOString().slice(0, 7);
    const body = { post: code, rosterNumber: code, recordsPast: true, expiresAt: twoMonthsAfter(month) };
    const issue = { method: 'POST', path: '/tokens', token: this.operator, key: keyOf(body), body } as const;
    const { token, actor } = await this.api.ask<IssuedToken>(issue);
    return { token, ...namedIn(actor) };
  }

  private put(path: string, body: object): Promise<unknown> {
    return this.api.ask({ method: 'PUT', path, token: this.operator, key: keyOf(body), body });
  }
}

const namedIn = ({ person, post, unit }: Actor): Omit<Officer, 'token'> => {
  if (!person || !post || !unit) throw new Trouble('the server issued a token for no person, post or unit');
  return { person, post, unit };
};

const twoMonthsAfter = (month: string): string => {
  const first = new Date(`${month}-01T00:00:00.000Z`);
  first.setUTCMonth(first.getUTCMonth() + 2);
  return first.toISOString();
};

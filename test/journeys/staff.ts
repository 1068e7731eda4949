import { expect } from '@jest/globals';
import { unitIdOf } from '@redress/contracts/directory/ids';
import type { Role } from '@redress/contracts/envelope';
import type { PersonId, UnitId } from '@redress/contracts/values';
import type { Answer, Call } from './caller.js';

const FROM = '2020-01-01';

/** People by what they are called here, each the only one of a unit of the same name; they may record the past. */
export class Staff<Who extends string> {
  private readonly tokens = new Map<Who, string>();
  private readonly people = new Map<Who, PersonId>();

  private constructor(private readonly call: Call) {}

  static async hired<Who extends string>(
    call: Call,
    operatorToken: string,
    roles: Readonly<Record<Who, Role>>,
  ): Promise<Staff<Who>> {
    const staff = new Staff<Who>(call);
    const arranged = async (method: string, path: string, body: object): Promise<Answer['body']> => {
      const answer = await call(method, `/api${path}`, { token: operatorToken, body });
      expect([path, answer.status < 300]).toEqual([path, true]);
      return answer.body;
    };
    for (const who of Object.keys(roles) as Who[]) {
      const rosterNumber = `R-${who}`;
      await arranged('PUT', `/units/${who}`, { name: who, from: FROM });
      await arranged('PUT', `/posts/${who}`, {
        unit: who,
        title: 'Head',
        role: roles[who],
        heads: true,
        from: FROM,
      });
      const { personId } = await arranged('PUT', `/people/${rosterNumber}`, { name: who });
      staff.people.set(who, personId as PersonId);
      await arranged('PUT', `/posts/${who}/holders/${rosterNumber}`, { from: FROM });
      const { token } = await arranged('POST', '/tokens', { post: who, rosterNumber, recordsPast: true });
      staff.tokens.set(who, String(token));
    }
    return staff;
  }

  tokenOf(who: Who): string {
    return this.tokens.get(who) ?? '';
  }

  unitOf(who: Who): UnitId {
    return unitIdOf(who);
  }

  personOf(who: Who): PersonId {
    return this.people.get(who) ?? ('' as PersonId);
  }

  /** Now, or on a day of the past, at noon where the organisation is. */
  as(who: Who, method: string, path: string, body?: object, day?: string): Promise<Answer> {
    return this.call(method, `/api${path}`, {
      token: this.tokenOf(who),
      ...(day && { headers: { 'happened-at': `${day}T04:00:00.000Z` } }),
      ...(body && { body }),
    });
  }
}

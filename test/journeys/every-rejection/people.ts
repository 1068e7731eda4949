import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { unitIdOf } from '@redress/contracts/directory/ids';
import type { UnitId } from '@redress/contracts/values';
import type { Answer, Call } from '../caller.js';
import { Staff } from '../staff.js';

const FROM = '2020-01-01';

/** Each with a unit of their own; `named` and `scribe` have a measure of every task. */
const roles = {
  office: 'office',
  scribe: 'office',
  kin: 'office',
  leading: 'leading-group',
  team: 'inspection',
  named: 'inspection',
  cousin: 'inspection',
  recused: 'inspection',
  lead: 'unit',
  helper: 'unit',
  stranger: 'unit',
  auditor: 'auditor',
} as const;
type Hired = keyof typeof roles;

/** What some of them are besides, or are later on: a post, who holds it, and whether they act in it here. */
const posts = {
  clerk: { unit: 'lead', role: 'unit', heads: false, holder: 'stranger', from: FROM },
  cousinAtLead: { unit: 'lead', role: 'unit', heads: false, holder: 'cousin', from: FROM },
  kinAtLead: { unit: 'lead', role: 'unit', heads: false, holder: 'kin', from: FROM },
  officeAsLeading: { unit: 'leading', role: 'leading-group', heads: false, holder: 'office', from: FROM },
  headless: { unit: 'young', role: 'unit', heads: false, holder: 'auditor', from: FROM },
  newHead: { unit: 'young', role: 'unit', heads: true, holder: 'helper', from: '2023-03-07' },
} as const;

export type Who = Hired | keyof typeof posts | 'anybody';

/** People in all kinds of relations to the tasks of the unit `lead`. */
export class People {
  private constructor(
    private readonly call: Call,
    private readonly staff: Staff<Hired>,
    private readonly tokens: ReadonlyMap<Who, string>,
  ) {}

  static async hired(call: Call, operatorToken: string): Promise<People> {
    const staff = await Staff.hired(call, operatorToken, roles);
    const arranged = async (method: string, path: string, body: object): Promise<Answer['body']> => {
      const answer = await call(method, `/api${path}`, { token: operatorToken, body });
      expect([path, answer.status < 300]).toEqual([path, true]);
      return answer.body;
    };
    await arranged('PUT', '/units/young', { name: 'Young', from: FROM });
    const tokens = new Map<Who, string>();
    for (const [code, { holder, ...post }] of Object.entries(posts)) {
      await arranged('PUT', `/posts/${code}`, { title: code, ...post });
      await arranged('PUT', `/posts/${code}/holders/R-${holder}`, { from: post.from });
      const acts = { post: code, rosterNumber: `R-${holder}`, recordsPast: true };
      tokens.set(code as Who, String((await arranged('POST', '/tokens', acts))['token']));
    }
    const interest = `/interests/${staff.personOf('recused')}/${randomUUID()}`;
    const about = { unit: staff.unitOf('lead'), reason: 'My sister works there', from: FROM };
    expect(await staff.as('recused', 'PUT', interest, about)).toMatchObject({ status: 200 });
    return new People(call, staff, tokens);
  }

  unitOf(code: Hired | 'young'): UnitId {
    return unitIdOf(code);
  }

  personOf(who: Hired): string {
    return this.staff.personOf(who);
  }

  /** At noon of a day of the past, or now. */
  as(who: Who, asked: Asked, language = 'en'): Promise<Answer> {
    const { method = 'PUT', path, body, day, headers } = asked;
    const token = this.tokens.get(who) ?? this.staff.tokenOf(who as Hired);
    return this.call(method, `/api${path}`, {
      ...(who !== 'anybody' && { token }),
      headers: {
        'accept-language': language,
        ...(who !== 'anybody' && day && { 'happened-at': `${day}T04:00:00.000Z` }),
        ...headers,
      },
      ...(body && { body }),
    });
  }
}

export type Asked = {
  readonly method?: string;
  readonly path: string;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: object | string;
  readonly day?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

import { expect } from '@jest/globals';
import { type Answer, type Call, callerOf } from '../caller.js';
import type { System } from '../system.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The directory of an organisation as it speaks to us, with a key of its own, in a post of its own. */
export class Connector {
  private constructor(
    private readonly call: Call,
    readonly token: string,
    /** Of the operator who set it up. */
    private readonly operatorToken: string,
  ) {}

  /** With the unit `it`, and these posts in it. */
  static async at(system: System, posts: readonly string[] = []): Promise<Connector> {
    const call = callerOf(system.url);
    const operatorToken = system.operatorToken;
    const arranged = async (method: string, path: string, body: object): Promise<Answer['body']> => {
      const answer = await call(method, `/api${path}`, { token: operatorToken, body });
      expect([path, answer.status < 300, answer.body['type']]).toEqual([path, true, undefined]);
      return answer.body;
    };
    const from = '2020-01-01';
    await arranged('PUT', '/units/it', { name: 'IT', from });
    for (const code of ['scim', ...posts])
      await arranged('PUT', `/posts/${code}`, { unit: 'it', title: code, role: 'office', from });
    await arranged('PUT', '/people/connector', { name: 'Connector' });
    await arranged('PUT', '/posts/scim/holders/connector', { from });
    const issue = { post: 'scim', rosterNumber: 'connector', scopes: ['scim'] };
    const { token } = await arranged('POST', '/tokens', issue);
    return new Connector(call, String(token), operatorToken);
  }

  ask(method: string, path: string, body?: object, token = this.token): Promise<Answer> {
    return this.call(method, `/scim/v2${path}`, {
      token,
      headers: body === undefined ? {} : { 'content-type': 'application/scim+json' },
      ...(body && { body }),
    });
  }

  patch(path: string, ...operations: readonly object[]): Promise<Answer> {
    return this.ask('PATCH', path, { schemas: [PATCH], Operations: operations });
  }

  /** As Entra ID asks before it creates anything. */
  async found(path: string, filter: string): Promise<readonly Record<string, unknown>[]> {
    const { status, body } = await this.ask('GET', `${path}?filter=${encodeURIComponent(filter)}`);
    expect([filter, status]).toEqual([filter, 200]);
    return body['Resources'] as readonly Record<string, unknown>[];
  }

  byOperator(method: string, path: string, body?: object): Promise<Answer> {
    return this.call(method, `/api${path}`, { token: this.operatorToken, ...(body && { body }) });
  }
}

export const membersOf = ({ body }: Answer): readonly unknown[] =>
  (body['members'] as readonly { readonly value: string }[]).map(({ value }) => value);

export const failed = ({ status, body }: Answer): readonly unknown[] => [
  status,
  body['scimType'],
  String(body['detail']).split(':').slice(0, -1).join(':'),
];

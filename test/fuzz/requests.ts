import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Who } from './cast.js';
import type { Operation, Parameter } from './document.js';
import type { Names } from './names.js';
import type { Sent } from './sender.js';
import type { Said } from './trail.js';
import type { World } from './world.js';

const one = <Value>(arbitrary: fc.Arbitrary<Value>, seed: number): Value =>
  fc.sample(arbitrary, { seed, numRuns: 1 })[0] as Value;

/** Requests for operations, of what is said of them and, for all else, of what their schemas allow. */
export class Requests {
  constructor(
    private readonly world: World,
    private readonly names: Names,
  ) {}

  /** Along a trail: parts of the path are called as the path calls them, and nothing is sent that may be absent. */
  said(operation: Operation, who: Who, said: Said, seed: number): Sent {
    const at = (name: string): string => String(this.names.filled(said.at?.[name] ?? `$${name}`));
    const query = this.names.filled(said.query ?? {}) as Readonly<Record<string, string>>;
    return this.sent(operation, who, at, query, {
      headers: this.names.filled(said.headers ?? {}) as Readonly<Record<string, string>>,
      body: said.bytes ?? this.body(operation, said.body, seed, false),
    });
  }

  /** Anywhere: about anything that is known here or there, and also with what may be absent. */
  anything(operation: Operation, who: Who, seed: number): Sent {
    const values = (where: Parameter['in']): Readonly<Record<string, string>> => {
      const some = operation.parameters.filter((parameter) => parameter.in === where);
      const fields = some.map(
        ({ name, schema }) => [name, this.world.values.of(schema, name, true)] as const,
      );
      const requiredKeys = some
        .filter(({ required }) => where === 'path' || required)
        .map(({ name }) => name);
      const made = one(fc.record(Object.fromEntries(fields), { requiredKeys }), seed);
      const texts = Object.entries(made).map(([name, value]) => [name, String(this.names.placed(value))]);
      return Object.fromEntries(texts) as Readonly<Record<string, string>>;
    };
    const path = values('path');
    const body =
      operation.body?.type === 'application/octet-stream' ? 'bytes' : this.body(operation, {}, seed, true);
    return this.sent(operation, who, (name) => path[name] ?? '', values('query'), { headers: {}, body });
  }

  private body(
    operation: Operation,
    said: Said['body'],
    seed: number,
    mayBeAbsent: boolean,
  ): string | undefined {
    if (!operation.body) return undefined;
    const made = one(this.world.values.of(operation.body.schema, '', mayBeAbsent), seed) as object;
    return JSON.stringify({
      ...(this.names.placed(made) as object),
      ...(this.names.filled(said ?? {}) as object),
    });
  }

  private sent(
    { id, method, path, body: takes }: Operation,
    who: Who,
    at: (name: string) => string,
    query: Readonly<Record<string, string>>,
    { headers, body }: { readonly headers: Sent['headers']; readonly body: Sent['body'] },
  ): Sent {
    const token = this.world.cast.tokenOf(who);
    const asked = new URLSearchParams(query).toString();
    return {
      operation: id,
      who,
      method,
      path:
        path.replaceAll(/\{(.*?)\}/g, (_, name: string) => encodeURIComponent(at(name))) +
        (asked && `?${asked}`),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(takes && { 'content-type': takes.type }),
        ...(method !== 'GET' && { 'idempotency-key': randomBytes(16).toString('hex') }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    };
  }
}

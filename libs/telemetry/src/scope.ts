import { AsyncLocalStorage } from 'node:async_hooks';
import type { Span } from './span.js';

/** What a process is at work on: a request, or an event. Whatever is logged, traced or asked meanwhile belongs to it. */
export type Scope = {
  /** Whoever is behind it has no name: no id of it is told, and nothing before the hour is over. */
  isAnonymous: boolean;
  requestId?: string | undefined;
  caseId?: string | undefined;
  /** Of what is going on just now; absent while nothing is traced. */
  span?: Span | undefined;
};

const scopes = new AsyncLocalStorage<Scope | undefined>();

export const scope = (): Scope | undefined => scopes.getStore();

export const within = <Result>(one: Scope, run: () => Result): Result => scopes.run(one, run);

/** For what outlives the work on which it was begun, as a connection does. */
export const outside = <Result>(run: () => Result): Result => scopes.run(undefined, run);

const ID = /^[\w.-]{1,64}$/;

/** An id as it may be told: what is none, because somebody made it up, is left out. */
export const idIn = (text: unknown): string | undefined =>
  typeof text === 'string' && ID.test(text) ? text : undefined;

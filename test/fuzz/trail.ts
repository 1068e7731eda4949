import type { Who } from './cast.js';

/** What a step says of itself; all else of its request is made up by the schema. */
export type Said = {
  /** Parts of the path that are not called as the path calls them. */
  readonly at?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the body, what makes sense only so. */
  readonly body?: Readonly<Record<string, unknown>>;
  /** Sent in place of a body of JSON. */
  readonly bytes?: string | Uint8Array;
  /** What of the answer is used later: under which name, by which path in it. */
  readonly keeps?: Readonly<Record<string, string>>;
  /** What it rests on is made by a reaction or a projection: it is asked again until it is there. */
  readonly patiently?: true;
  /** As patiently, but not for long: what it rests on may never come. */
  readonly briefly?: true;
};

/** `$name` in it is an id made up for this sequence, or what an answer gave; `$unit:lead`, `$day:30` are of the world. */
export type Step = Said & { readonly operation: string; readonly who: Who };

/** Steps that lead from one to the next, so that what is deep inside is reached. */
export type Trail = { readonly name: string; readonly steps: readonly Step[] };

export const by =
  (who: Who) =>
  (operation: string, said: Said = {}): Step => ({ operation, who, ...said });

export const office = by('office');
export const scribe = by('scribe');
export const lead = by('lead');
export const clerk = by('clerk');
export const leading = by('leading');
export const chief = by('chief');
export const member = by('member');
export const checker = by('checker');
export const auditor = by('auditor');
export const anybody = by('anybody');
export const operator = by('operator');
export const program = by('program');

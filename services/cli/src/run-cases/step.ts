import type { Instant, OpinionId } from '@redress/contracts/values';
import { v5 as uuidOf } from 'uuid';
import type { Officer } from '../sign-in/posts.js';
import type { ResponsibleUnit } from './organisation.js';

/** One thing that somebody does in a case: what the PUT says, and the event that comes of it. */
export type Step = {
  readonly by: Officer;
  readonly path: string;
  readonly body: object | ((happenedAt: Instant) => object);
  readonly yields: string;
};

export type People = ResponsibleUnit & { readonly office: Officer; readonly inspector: Officer };

/** What of a command its path does not say. */
export type Body<Command> = Omit<Command, 'opinionId' | 'taskId' | 'entryId'>;

/** Ids in a case derive from the opinion's: done again, it is the same. */
export const idIn = (opinionId: OpinionId, what: string): string => uuidOf(what, opinionId);

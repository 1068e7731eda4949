import { ApiProperty } from '@nestjs/swagger';
import type { Position } from './values.js';

/**
 * A command is a class: its fields say what is asked; its statics, of whom and why it may be rejected, and what
 * it is answered with when that is more than where it was written.
 */
export type Command<Shape extends object, Reason extends string, Reply extends Written = Written> = {
  new (): Shape;
  readonly subject: string;
  readonly rejections: readonly Reason[];
  readonly reply?: new () => Reply;
};

/** Where the stream and the store stand now: one is the ETag, for the other a query can wait. */
export class Written {
  @ApiProperty({ type: Number }) readonly revision!: number;
  @ApiProperty({ type: String }) readonly position!: Position;
}

export type Rejected<Reason extends string> = { readonly rejected: Reason };

/** What any command may meet besides its own rejections: the revision that `If-Match` named is no longer the last. */
export type Outdated = 'changed-meanwhile';

/** Or when something is said of, or to, a person whose data was erased, and would have to be kept under a key that is gone. */
export type Erased = 'person-is-erased';

/** Or when the key with which somebody acts is confined to other things. */
export type OutOfScope = 'out-of-scope';

export type Outcome<Reason extends string, Reply extends Written = Written> =
  Reply | Rejected<Reason | Outdated | Erased | OutOfScope>;

import { ApiProperty } from '@nestjs/swagger';
import type { OutOfScope } from './command.js';
import { IsCount, IsOneOf, IsPosition, IsText, MayBeAbsent } from './fields.js';
import type { Position } from './values.js';

/** A query is a class, like a command; its static `reply` is the class of the answer. */
export type Query<Shape extends object, Reply extends object> = {
  new (): Shape;
  readonly subject: string;
  readonly reply: new () => Reply;
};

/**
 * `not-found` also stands for what the asker may not see; `not-yet` asks to come again; `out-of-scope` says that their key is
 * confined to other things.
 */
export type NoAnswer = 'not-found' | 'not-yet' | OutOfScope;

export type Answer<Reply> = Reply | { readonly rejected: NoAnswer };

/** Every query may name a position that a command was answered with: what that command wrote is then in the answer. */
export class Reading {
  @MayBeAbsent() @IsPosition() readonly atLeast?: Position;
}

export const PAGE_LIMIT = 200;

/** Of each facet the most frequent values are counted, so many at most. */
export const FACET_LIMIT = 200;

/** A query for many rows: a page at a time, shorter than its limit when rows are long; `cursor` is the `next` of the page before. */
export class Listing extends Reading {
  @MayBeAbsent() @IsCount(1, PAGE_LIMIT) readonly limit?: number;
  @MayBeAbsent() @IsText(2_000) readonly cursor?: string;
  /** Words to find: Chinese text is found inside a sentence, English by whole words. */
  @MayBeAbsent() @IsText(200) readonly text?: string;
  @MayBeAbsent() @IsOneOf(['asc', 'desc']) readonly order?: 'asc' | 'desc';
}

/** The class of a page of rows, for the static `reply` of a query. */
export const pageOf = <Row extends object>(row: new () => Row) => {
  class Page {
    @ApiProperty({ type: [row] }) readonly rows!: readonly Row[];
    @ApiProperty({ type: String, required: false }) readonly next?: string;
  }
  Object.defineProperty(Page, 'name', { value: `PageOf${row.name}` });
  return Page;
};

import { createHash } from 'node:crypto';
import type { SubmitOpinion } from '@redress/contracts/intake/submit-opinion';
import type { Instant } from '@redress/contracts/values';
import { placeIn } from '../run-cases/place.js';
import { momentIn } from '../table-file/moments.js';
import type { Fault, Row } from '../table-file/table.js';

export const OPINION_COLUMNS = {
  needed: ['id', 'title', 'submitted_at', 'text'],
  optional: ['author'],
} as const;
export type OpinionColumn = (typeof OPINION_COLUMNS)['needed' | 'optional'][number];

/** A row of a file of opinions. */
export type Opinion = {
  readonly line: number;
  /** Made of the content: the same row is the same opinion, in whichever file. */
  readonly key: string;
  readonly submittedAt: Instant;
  readonly content: Omit<SubmitOpinion, 'key'>;
};

/** As long as the contract allows. */
const TITLE = 200;
export const TEXT = 20_000;

/** The opinion of a row, or what is wrong with it. */
export const opinionIn = ({ line, cells }: Row<OpinionColumn>, now: Instant): Opinion | Fault => {
  const { id, author, title, submitted_at, text } = cells;
  const fault = faultInText(line, 'title', title, TITLE) ?? faultInText(line, 'text', text, TEXT);
  if (fault) return fault;
  const submittedAt = pastIn(line, 'submitted_at', submitted_at, now);
  if (typeof submittedAt !== 'string') return submittedAt;

  const content = JSON.stringify([id, author, title, submitted_at, text]);
  const place = placeIn(title);
  return {
    line,
    key: `opinion-${createHash('sha256').update(content).digest('hex')}`,
    submittedAt,
    content: { channel: 'file-import', title, text, ...(place !== undefined && { place }) },
  };
};

export const faultInText = (line: number, column: string, text: string, most: number): Fault | undefined => {
  if (text === '') return { line, column, reason: 'is empty' };
  const { length } = [...text];
  if (length <= most) return undefined;
  return { line, column, reason: `has ${String(length)} characters, more than ${String(most)}` };
};

/** The moment in a cell, which may not lie in the future. */
export const pastIn = (line: number, column: string, text: string, now: Instant): Instant | Fault => {
  const moment = momentIn(text);
  if (moment === undefined)
    return { line, column, reason: `"${text.slice(0, 40)}" is no moment like 2019-01-02T08:30:00+08:00` };
  return moment > now ? { line, column, reason: 'lies in the future' } : moment;
};

import type { Instant } from '@redress/contracts/values';
import {
  faultInText,
  type Opinion,
  opinionIn,
  OPINION_COLUMNS,
  type OpinionColumn,
  pastIn,
  TEXT,
} from '../import-opinions/opinion.js';
import { type Fault, isFault, type Row } from '../table-file/table.js';

export const CASE_COLUMNS = {
  needed: [...OPINION_COLUMNS.needed, 'reply', 'replied_at'],
  optional: OPINION_COLUMNS.optional,
} as const;
export type CaseColumn = OpinionColumn | 'reply' | 'replied_at';

/** An opinion with the reply that it once had, and when. */
export type Case = Opinion & { readonly reply: string; readonly repliedAt: Instant };

/** The case of a row, or what is wrong with it. */
export const caseIn = (row: Row<CaseColumn>, now: Instant): Case | Fault => {
  const { line, cells } = row;
  const opinion = opinionIn(row, now);
  if (isFault(opinion)) return opinion;
  const fault = faultInText(line, 'reply', cells.reply, TEXT);
  if (fault) return fault;
  const repliedAt = pastIn(line, 'replied_at', cells.replied_at, now);
  if (typeof repliedAt !== 'string') return repliedAt;
  if (repliedAt < opinion.submittedAt)
    return { line, column: 'replied_at', reason: 'lies before submitted_at' };
  return { ...opinion, reply: cells.reply, repliedAt };
};

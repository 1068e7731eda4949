import type { Instant } from '@redress/contracts/values';
import type { Api } from '../http/api.js';
import { inParallel } from '../http/in-parallel.js';
import { Refusal } from '../http/refusal.js';
import { NotInTime } from '../http/until.js';
import { progressOf } from '../progress/progress.js';
import { type Fault, isFault, type Read, type Row, rowsOf, said, type Table } from '../table-file/table.js';
import { type Case, type CaseColumn, caseIn } from './case-row.js';
import { firstOf } from './first-of.js';
import type { Organisation } from './organisation.js';
import { type Walk, walkCase } from './walk-case.js';

export type Limits = { readonly rows: number; readonly atOnce: number };

/** How far each case came, and how many rows did not come all the way. */
export type Walks = { readonly walks: readonly Walk[]; readonly bad: number };

/** Walks every case of a file, many at once. What is wrong with a row is said, and the others go on. */
export const walkAll = async (
  api: Api,
  organisation: Organisation,
  table: Table<CaseColumn>,
  { rows, atOnce }: Limits,
): Promise<Walks> => {
  const [office, inspector] = await Promise.all([organisation.office(), organisation.inspector()]);
  const progress = progressOf('cases', Math.min(rows, table.rows));
  const read = reader();
  const walks: Walk[] = [];
  let bad = 0;

  const walk = async (one: Case): Promise<Fault | undefined> => {
    const begun: Walk = { line: one.line, reply: one.reply, acknowledged: [], isOver: false };
    walks.push(begun);
    try {
      const unit = await organisation.unitOf(one.content.place);
      await walkCase(api, one, { ...unit, office, inspector }, begun);
      return undefined;
    } catch (error) {
      return stopped(begun, error);
    }
  };
  await inParallel(firstOf(rows, rowsOf(table)), atOnce, async (row) => {
    const one = read(row);
    const fault = isFault(one) ? one : await walk(one);
    if (fault) progress.say(said(fault));
    if (fault) bad += 1;
    progress.tick();
  }).finally(progress.end);
  return { walks, bad };
};

/** What the server refuses or does not come to is said of the row; any other failure ends the run. */
const stopped = ({ line, acknowledged }: Walk, error: unknown): Fault => {
  const after = acknowledged.at(-1)?.yields ?? 'nothing';
  if (error instanceof Refusal)
    return { line, reason: `the step after ${after} is refused: ${error.message}` };
  if (error instanceof NotInTime)
    return { line, reason: `what follows ${after} does not come, ${error.message}` };
  throw error;
};

/** Reads rows as cases; the same row once more is not another case. */
const reader = (): ((row: Read<Row<CaseColumn>>) => Case | Fault) => {
  const now = new Date().toISOString() as Instant;
  const lines = new Map<string, number>();
  return (row) => {
    const one = isFault(row) ? row : caseIn(row, now);
    if (isFault(one)) return one;
    const before = lines.get(one.key);
    if (before !== undefined) return { line: one.line, reason: `is the same as line ${String(before)}` };
    lines.set(one.key, one.line);
    return one;
  };
};

import type { Who } from './cast.js';
import type { Operation } from './document.js';
import { Sequence } from './sequence.js';
import type { Answered } from './sender.js';
import type { Step, Trail } from './trail.js';
import type { World } from './world.js';

/** In which relation to what is asked about: all of it concerns the unit that `lead` heads. */
export const COLUMNS: readonly (readonly [Who, string])[] = [
  ['anybody', '任何人 anyone'],
  ['lead', '本单位 own unit'],
  ['helper', '配合单位 supporting unit'],
  ['stranger', '其他单位 another unit'],
  ['above', '上级单位 unit above'],
  ['below', '下级单位 unit below'],
  ['office', '办公室 office'],
  ['checker', '督查组 inspection'],
  ['leading', '领导小组 leading group'],
  ['auditor', '审计 auditor'],
  ['operator', '运维 operator'],
];

/** `hidden`: as if it were not there, or a list without it. */
export type Cell = 'may' | 'may-not' | 'hidden' | 'must-say-who';

/** What is written is not: nothing stands at this revision. Whoever may is told so, and whoever may not, that. */
const NOTHING_IS_DONE = { 'if-match': '"999999999"' };

const IDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const showsOne = ({ bytes }: Answered, ids: ReadonlySet<string>): boolean =>
  [...bytes.toString('utf8').matchAll(IDS)].some(([id]) => ids.has(id));

const cellOf = (answered: Answered, ids: ReadonlySet<string> | undefined): Cell => {
  const { status } = answered;
  if (status === 401) return 'must-say-who';
  if (status === 404) return 'hidden';
  if (status === 403) return 'may-not';
  return ids === undefined || showsOne(answered, ids) ? 'may' : 'hidden';
};

export type Row = {
  readonly operation: Operation;
  readonly cells: readonly Cell[];
  /** Which units are told otherwise of what is another's than of what nobody made up. */
  readonly tells: readonly Who[];
};

/** Of these, whoever may ask gets some, and sees in it what is theirs. */
const LISTS =
  /^(issues|ledger|opinions|visits|findings|reports|interests|goodPractices|\w+Desk|recusal)\.list$|^opinions\.listMine$|^ledgerExport\.csv$/;

/** Walks trails, and asks for each operation that is new what each in their relation is told. */
export const asked = async (
  world: World,
  trails: readonly Trail[],
  isAsked: (operation: string) => boolean,
): Promise<readonly Row[]> => {
  const rows = new Map<string, Row>();
  for (const { steps } of trails) {
    const sequence = new Sequence(world);
    for (const step of steps) {
      const operation = world.operation(step.operation);
      const isNew = isAsked(step.operation) && !rows.has(step.operation) && !step.headers;
      const isReading = operation.method === 'GET';
      if (isNew && !isReading) rows.set(operation.id, await writing(sequence, operation, step));
      await sequence.take(step, 1);
      if (isNew && isReading) rows.set(operation.id, await reading(sequence, operation, step));
    }
  }
  return [...rows.values()];
};

const writing = async (sequence: Sequence, operation: Operation, step: Step): Promise<Row> => {
  const [cells, tells]: [Cell[], Who[]] = [[], []];
  const dry = { ...step, headers: NOTHING_IS_DONE };
  for (const [who] of COLUMNS) {
    const answered = await sequence.asked(dry, who);
    cells.push(cellOf(answered, undefined));
    // The same of ids that nobody made up.
    const nobodys = STRANGERS.includes(who) ? await sequence.another().asked(dry, who) : answered;
    if (told(nobodys) !== told(answered)) tells.push(who);
  }
  return { operation, cells, tells };
};

const STRANGERS: readonly Who[] = ['stranger', 'above', 'below'];
const told = ({ status, json }: Answered): string =>
  `${String(status)} ${String((json as { readonly type?: unknown } | undefined)?.type)}`;

const reading = async (sequence: Sequence, operation: Operation, step: Step): Promise<Row> => {
  const { ids } = sequence;
  const isList = LISTS.test(operation.id);
  if (isList && !(await sequence.eventually(step, (answered) => showsOne(answered, ids))))
    throw new Error(`${operation.id} does not come to show what was made`);
  const cells: Cell[] = [];
  for (const [who] of COLUMNS) cells.push(cellOf(await sequence.asked(step, who), isList ? ids : undefined));
  return { operation, cells, tells: [] };
};

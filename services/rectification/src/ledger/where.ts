import type { TaskRow } from '@redress/contracts/rectification/ledger';
import {
  type Due,
  type ReadLedger,
  STATUSES_OF,
  type TaskStage,
} from '@redress/contracts/rectification/ledger-queries';
import { TASK_STATUSES, type TaskStatus } from '@redress/contracts/rectification/words';
import type { Day } from '@redress/contracts/values';
import type { Clock } from '@redress/eventsourcing/clock';
import type { Filter } from '@redress/read-models/read-models';
import type { Scope } from '../who-sees.js';
import { type Between, dayBefore, momentsOf, weekOf } from './days.js';
import { between, defined, holding } from './filters.js';

type Asked = Omit<ReadLedger, 'sort' | 'limit' | 'cursor' | 'order' | 'text' | 'atLeast'>;

/**
 * What a query asks of the rows that somebody may see. A filter never takes away the limits of who asks: a unit that
 * asks for another one finds what both answer for. `also` is asked besides.
 */
export const whereOf = (asked: Asked, scope: Scope, clock: Clock, also?: Due): Filter<TaskRow> => {
  const { unit, leadUnit, supportingUnit, responsible, measureOwner, issue, topic } = asked;
  const { severity, taskType, card } = asked;
  const today = clock.dayOf(clock.now());
  const dues = [asked.due, also].filter((due) => due !== undefined);
  const units = [scope.units?.has, unit];
  return defined<TaskRow>({
    ...openness(asked, dues.length > 0),
    deadline: between(
      { from: asked.deadlineFrom, to: asked.deadlineTo },
      ...dues.map((due) => dueOn(due, today)),
    ),
    assignedAt: between(momentsOf(clock, asked.assignedFrom, asked.assignedTo)),
    closedAt: between(momentsOf(clock, asked.closedFrom, asked.closedTo)),
    units: holding(...units),
    supportingUnits: holding(supportingUnit),
    issues: holding(issue),
    topics: holding(topic),
    measureOwners: holding(measureOwner),
    leadUnit,
    responsible,
    severity,
    taskType,
    card,
  });
};

/** What is over is looked for apart from what is open: there is more of it every year. */
const openness = ({ status, stage }: Asked, isDue: boolean): Filter<TaskRow> => {
  const statuses = TASK_STATUSES.filter(
    (one) =>
      (status === undefined || status === one) &&
      (stage === undefined || isIn(stage, one)) &&
      (!isDue || isIn('open', one)),
  );
  const open = statuses.filter((one) => isIn('open', one));
  const isOpen = open.length === statuses.length ? true : open.length === 0 ? false : undefined;
  const kinds = TASK_STATUSES.filter((one) => isOpen === undefined || isIn('open', one) === isOpen);
  const [only, ...more] = statuses;
  if (statuses.length === kinds.length) return defined<TaskRow>({ isOpen });
  return defined<TaskRow>({
    isOpen,
    status: only !== undefined && more.length === 0 ? only : { in: statuses },
  });
};

const isIn = (stage: TaskStage, status: TaskStatus): boolean =>
  stage === 'open' ? !STATUSES_OF.over.includes(status) : STATUSES_OF[stage].includes(status);

const dueOn = (due: Due, today: Day): Between<Day> =>
  due === 'overdue' ? { to: dayBefore(today) } : weekOf(today);

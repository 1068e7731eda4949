import { Injectable } from '@nestjs/common';
import type { RecusalOfEvent } from '@redress/contracts/inspection/recusal';
import type { Judge } from '@redress/contracts/rectification/judges';
import type { Day, PersonId, TaskId, UnitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { inParts } from '../membership/in-parts.js';
import { Memberships } from '../membership/memberships.js';
import { Recusals } from '../membership/recusals.js';
import { authorsOf } from '../review-task/authors.js';
import { type AssignedTask, tasks, unitsOf } from '../task/task.js';
import { type Standing, whatWouldKeep } from '../task/who.js';

/** As many units as one check takes. */
const AT_ONCE = 200;

type Known = {
  readonly taskId: TaskId;
  readonly task: AssignedTask;
  /** Whom the unit contests; nobody where it is no review. */
  readonly authors: readonly PersonId[];
};

/** Whether some people may judge some tasks on a day, by the rule that is asked when they do. */
@Injectable()
export class Judges {
  constructor(
    private readonly store: EventStore,
    private readonly memberships: Memberships,
    private readonly recusals: Recusals,
  ) {}

  /** @throws ServiceUnavailable while the directory or inspection does not answer. */
  async of(
    people: readonly PersonId[],
    taskIds: readonly TaskId[],
    on: Day,
    { isReview }: { readonly isReview: boolean },
  ): Promise<(taskId: TaskId) => readonly Judge[]> {
    const known = await Promise.all(taskIds.map((taskId) => this.known(taskId, isReview)));
    const all = known.filter((one) => one !== undefined);
    const units = [...new Set(all.flatMap(({ task }) => unitsOf(task.assignment)))];
    const standings = await Promise.all(
      people.map(async (person) => [person, await this.standingOf(person, units, on)] as const),
    );
    return (taskId) => {
      const one = all.find((other) => other.taskId === taskId);
      return one ? standings.map(([person, standing]) => judgeOf(person, standing, one)) : [];
    };
  }

  private async known(taskId: TaskId, isReview: boolean): Promise<Known | undefined> {
    const task = await load(this.store, tasks, taskId);
    if (task.status === 'unassigned') return undefined;
    return { taskId, task, authors: isReview ? await authorsOf(this.store, taskId) : [] };
  }

  private async standingOf(person: PersonId, units: readonly UnitId[], on: Day): Promise<Standing> {
    const [belongsTo, ...checks] = await Promise.all([
      this.memberships.unitsOf(person, on),
      ...inParts(units, AT_ONCE).map((some) => this.recusals.check(person, some, on)),
    ]);
    return { units: belongsTo, recusal: together(checks) };
  }
}

const together = ([first, ...others]: readonly RecusalOfEvent[]): RecusalOfEvent | undefined =>
  first && {
    ...first,
    units: [first, ...others].flatMap(({ units }) => units),
    conflicts: [first, ...others].flatMap(({ conflicts }) => conflicts),
  };

const judgeOf = (person: PersonId, standing: Standing, { task, authors }: Known): Judge => {
  const isAuthor = authors.includes(person) ? ('is-an-author' as const) : undefined;
  const keptBy = whatWouldKeep(person, standing, task) ?? isAuthor;
  const responsible = unitsOf(task.assignment);
  const conflicts = standing.recusal?.conflicts.filter(({ unit }) => responsible.includes(unit)) ?? [];
  return { person, ...(keptBy && { keptBy }), conflicts };
};

import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import type { RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { tasks, unitsOf } from '../task/task.js';
import type { Standing } from '../task/who.js';
import { Memberships } from './memberships.js';
import { Recusals } from './recusals.js';

/** What is known of whoever judges a task, from the directory and from inspection at once. */
@Injectable()
export class Standings {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly memberships: Memberships,
    private readonly recusals: Recusals,
  ) {}

  /** @throws ServiceUnavailable while one of the two does not answer. */
  async of({ actor: { person, onBehalfOf }, happenedAt }: Envelope, taskId: TaskId): Promise<Standing> {
    const task = await load(this.store, tasks, taskId);
    if (!person || task.status === 'unassigned') return { units: [], recusal: undefined };
    const on = this.clock.dayOf(happenedAt);
    const [own, ...principal] = await Promise.all(
      [person, ...(onBehalfOf ? [onBehalfOf] : [])].map(async (one) => ({
        units: await this.memberships.unitsOf(one, on),
        recusal: await this.recusals.check(one, unitsOf(task.assignment), on),
      })),
    );
    // What speaks against whom a deputy acts for, speaks against the deputy.
    const against = principal.find(({ recusal }) => isAgainst(recusal)) ?? own;
    const units = [...(own?.units ?? []), ...principal.flatMap((one) => one.units)];
    return { units: [...new Set(units)], recusal: against?.recusal };
  }
}

const isAgainst = ({ conflicts }: RecusalCheck): boolean =>
  conflicts.some(({ overriddenBy }) => overriddenBy === undefined);

import { Injectable } from '@nestjs/common';
import { monthsAfter } from '@redress/calendar/months';
import { RECUSED_FOR_MONTHS, type RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { interestsOf } from '../interest/interests.js';
import { Directory } from '../organisation/directory.js';
import { checked } from './recusal.js';

/** Gathers what is known and asks the rule: from the directory, and from the stream of the person itself. */
@Injectable()
export class Recusals {
  constructor(
    private readonly store: EventStore,
    private readonly directory: Directory,
  ) {}

  /**
   * Whether somebody may act for these units, 200 at most, on a day.
   * @throws ServiceUnavailable while the directory does not answer: nobody acts without it.
   */
  async check(person: PersonId, units: readonly UnitId[], on: Day): Promise<RecusalCheck> {
    const since = monthsAfter(on, -RECUSED_FOR_MONTHS);
    const { declared, overrides } = await load(this.store, interestsOf, person);
    const interesting = declared.map(({ unit }) => unit);
    const [{ belongings }, lines] = await Promise.all([
      this.directory.belongingsOf(person, since, on),
      this.directory.linesOf([...units, ...interesting], since, on),
    ]);
    const interests = declared.map(({ interestId, unit, from, until }) => ({
      interestId,
      unit,
      from,
      ...(until && { until }),
    }));
    return checked(person, units, on, {
      belongings,
      lines,
      interests,
      overrides: overrides.map(({ foreseen: _, ...override }) => override),
    });
  }
}

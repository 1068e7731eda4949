import type { InterestEvent } from '@redress/contracts/inspection/interest.events';
import type { Day, InterestId, OverrideId, PersonId, UnitId } from '@redress/contracts/values';
import type { Mark } from './span.js';

type Dated = {
  readonly person: PersonId;
  readonly unit: UnitId;
  readonly from: Day;
  readonly until?: Day;
  readonly marks: readonly Mark[];
};
export type Override = Dated & { readonly overrideId: OverrideId; readonly reason: string };

/** What keeps people from acting for units, and what the office lifted of it; of all units, whichever are in the round. */
export class InterestRecord {
  readonly interests = new Map<InterestId, Dated>();
  readonly overrides = new Map<OverrideId, Override>();

  take({ type, data }: InterestEvent, mark: Mark): void {
    switch (type) {
      case 'InterestDeclared': {
        const { person, unit, from, until } = data;
        this.interests.set(data.interestId, { person, unit, from, ...(until && { until }), marks: [mark] });
        return;
      }
      case 'InterestEnded':
        ended(this.interests, data.interestId, data.until, mark);
        return;
      case 'RecusalOverridden': {
        const { person, overrideId, unit, reason, from, until } = data;
        this.overrides.set(overrideId, { person, overrideId, unit, reason, from, until, marks: [mark] });
        return;
      }
      case 'OverrideEnded':
        ended(this.overrides, data.overrideId, data.until, mark);
        return;
    }
  }
}

const ended = <Id, Row extends Dated>(rows: Map<Id, Row>, id: Id, until: Day, mark: Mark): void => {
  const row = rows.get(id);
  if (row) rows.set(id, { ...row, until, marks: [...row.marks, mark] });
};

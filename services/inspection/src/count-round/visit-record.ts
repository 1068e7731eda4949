import type { VisitStatus } from '@redress/contracts/inspection/visit-words';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { EntryId, RoundId, VisitId } from '@redress/contracts/values';
import { type Checked, checkedBy } from './checked.js';
import type { Mark } from './span.js';

type DataOf<Type extends VisitEvent['type']> = Extract<VisitEvent, { type: Type }>['data'];

/** A visit of the round as far as numbers are made of it. */
export type VisitRecord = {
  readonly plan: DataOf<'VisitPlanned'>;
  status: VisitStatus;
  /** The event that says so. */
  said: Mark;
  submission: DataOf<'VisitSubmitted'> | undefined;
  readonly moves: Mark[];
  readonly reopenings: Mark[];
  readonly met: Map<EntryId, Mark>;
  /** What was said beside answers that fail. */
  readonly remarks: Map<EntryId, { readonly text: string; readonly mark: Mark }>;
  readonly checks: Checked[];
};

/** All visits of one round. */
export class VisitRecords {
  private readonly visits = new Map<VisitId, VisitRecord>();

  constructor(private readonly roundId: RoundId) {}

  get all(): readonly VisitRecord[] {
    return [...this.visits.values()];
  }

  of(visitId: VisitId): VisitRecord | undefined {
    return this.visits.get(visitId);
  }

  /** Whether the event is one of the round. */
  take(event: VisitEvent, mark: Mark): boolean {
    if (event.type === 'VisitPlanned' && event.data.roundId === this.roundId)
      this.visits.set(event.data.visitId, planned(event.data, mark));
    const visit = this.visits.get(event.data.visitId);
    if (!visit) return false;
    folded(visit, event, mark);
    return true;
  }
}

const planned = (plan: DataOf<'VisitPlanned'>, said: Mark): VisitRecord => ({
  plan,
  status: 'planned',
  said,
  submission: undefined,
  moves: [],
  reopenings: [],
  met: new Map(),
  remarks: new Map(),
  checks: [],
});

const folded = (visit: VisitRecord, event: VisitEvent, mark: Mark): void => {
  const becomes = (status: VisitStatus): void => {
    visit.status = status;
    visit.said = mark;
  };
  switch (event.type) {
    case 'VisitPlanned':
      break;
    case 'InspectorsNamed':
      visit.checks.push(...event.data.checks.map((check) => checkedBy(check, mark)));
      break;
    case 'RecusalChecked':
      visit.checks.push(checkedBy(event.data.check, mark));
      break;
    case 'VisitMoved':
      visit.moves.push(mark);
      becomes('planned');
      break;
    case 'VisitCancelled':
      becomes('cancelled');
      break;
    case 'VisitMissed':
      becomes('missed');
      break;
    case 'VisitOpened':
      becomes('opened');
      break;
    case 'EntriesRecorded':
      written(visit, event.data, mark);
      becomes('opened');
      break;
    case 'VisitSigned':
      becomes('signed');
      break;
    case 'VisitSubmitted':
      visit.submission = event.data;
      becomes('submitted');
      break;
    case 'VisitReopened':
      visit.submission = undefined;
      visit.reopenings.push(mark);
      becomes('opened');
      break;
  }
};

const written = (visit: VisitRecord, { entries }: DataOf<'EntriesRecorded'>, mark: Mark): void => {
  for (const entry of entries)
    if ('met' in entry) visit.met.set(entry.entryId, mark);
    else if (entry.item.result === 'fails' && entry.item.note !== undefined)
      visit.remarks.set(entry.entryId, { text: entry.item.note, mark });
};

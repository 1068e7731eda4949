import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { FindingId, RoundId } from '@redress/contracts/values';
import { findings, type KnownFinding } from '../finding/finding.js';
import { type Checked, checkedBy } from './checked.js';
import type { Mark } from './span.js';

/** A finding of the round, and which event said what of it last. */
export type FindingRecord = {
  readonly finding: KnownFinding;
  /** That there is one, and what it says. */
  readonly begun: Mark;
  readonly worded: Mark;
  /** That it is part of another one, counts no more, or does so again. */
  readonly standing: Mark;
  readonly issued?: Mark;
  readonly followed?: Mark;
};

/** All findings of one round. */
export class FindingRecords {
  readonly checks: Checked[] = [];
  private readonly records = new Map<FindingId, FindingRecord>();

  constructor(private readonly roundId: RoundId) {}

  get all(): readonly FindingRecord[] {
    return [...this.records.values()];
  }

  /** Whether the event is one of the round. */
  take(event: FindingEvent, mark: Mark): boolean {
    const { findingId } = event.data;
    const known = this.records.get(findingId);
    const finding = findings.evolve(known?.finding ?? findings.initial, event);
    if (finding.status === 'unknown' || finding.about.roundId !== this.roundId) return false;
    const before = known ?? { begun: mark, worded: mark, standing: mark };
    this.records.set(findingId, { ...before, finding, ...saidBy(event, mark) });
    if ('recusal' in event.data) this.checks.push(checkedBy(event.data.recusal, mark));
    return true;
  }
}

const saidBy = ({ type }: FindingEvent, mark: Mark): Partial<FindingRecord> => {
  switch (type) {
    case 'FindingChanged':
    case 'FindingSplit':
      return { worded: mark };
    case 'FindingJoined':
    case 'FindingParted':
    case 'FindingWithdrawn':
    case 'FindingRestored':
      return { standing: mark };
    case 'FindingIssued':
      return { issued: mark };
    case 'FindingTaskFollowed':
      return { followed: mark };
    case 'FindingRecorded':
    case 'FindingDrafted':
    case 'FindingSplitOff':
    case 'FindingCommunicated':
    case 'FindingCommented':
    case 'FindingTookIn':
    case 'FindingGaveBack':
    case 'FindingItemsJudged':
    case 'FindingRefused':
      return {};
  }
};

import type { PracticeEvent } from '@redress/contracts/inspection/practice.events';
import type { PracticeId, RoundId } from '@redress/contracts/values';
import { type Checked, checkedBy } from './checked.js';
import type { Mark } from './span.js';

type Noted = Extract<PracticeEvent, { type: 'GoodPracticeNoted' }>['data'];

/** What units of the round do well. */
export class PracticeRecord {
  readonly standing = new Map<PracticeId, { readonly noted: Noted; readonly mark: Mark }>();
  readonly checks: Checked[] = [];

  constructor(private readonly roundId: RoundId) {}

  /** Whether the event is one of the round. */
  take({ type, data }: PracticeEvent, mark: Mark): boolean {
    if (data.roundId !== this.roundId) return false;
    switch (type) {
      case 'GoodPracticeNoted':
        this.standing.set(data.practiceId, { noted: data, mark });
        if (data.check) this.checks.push(checkedBy(data.check, mark));
        return true;
      case 'GoodPracticeWithdrawn':
        this.standing.delete(data.practiceId);
        return true;
    }
  }
}

import { lifted, type Recorded } from '@redress/contracts/event';
import { type FindingEvent, findingEvents } from '@redress/contracts/inspection/finding.events';
import { type InterestEvent, interestEvents } from '@redress/contracts/inspection/interest.events';
import { type PracticeEvent, practiceEvents } from '@redress/contracts/inspection/practice.events';
import { type RoundEvent, roundEvents } from '@redress/contracts/inspection/round.events';
import { type VisitEvent, visitEvents } from '@redress/contracts/inspection/visit.events';
import type { MessageId, Position, RoundId } from '@redress/contracts/values';
import { FindingRecords } from './finding-record.js';
import { InterestRecord } from './interest-record.js';
import { PracticeRecord } from './practice-record.js';
import { ScopeRecord } from './scope-record.js';
import type { Mark } from './span.js';
import { VisitRecords } from './visit-record.js';

/** The streams in which something is said of a round. Teams and checklists say what things are called. */
export const COUNTED_STREAMS = ['round-', 'visit-', 'finding-', 'practice-', 'interest-'] as const;

/**
 * What the log says of one round, as far as it was read. Takes all events of the streams in their order, in pages of any
 * size; those of other rounds change nothing, nor does one that comes twice.
 */
export class RoundRecord {
  readonly scope: ScopeRecord;
  readonly visits: VisitRecords;
  readonly findings: FindingRecords;
  readonly practices: PracticeRecord;
  readonly interests = new InterestRecord();
  /** All of the round itself; what is told of people is looked at when it is counted. */
  private readonly marks = new Map<MessageId, Mark>();
  private readonly told = new Set<MessageId>();

  constructor(roundId: RoundId) {
    this.scope = new ScopeRecord(roundId);
    this.visits = new VisitRecords(roundId);
    this.findings = new FindingRecords(roundId);
    this.practices = new PracticeRecord(roundId);
  }

  take(recorded: Recorded): void {
    const { id, position, type } = recorded;
    if (this.marks.has(id) || this.told.has(id)) return;
    const mark = { id, position, type };
    if (this.isOfRound(recorded, mark)) this.marks.set(id, mark);
  }

  get events(): readonly Mark[] {
    return [...this.marks.values()];
  }

  /** Where the round begins; undefined as long as it was not planned. */
  get beginning(): Position | undefined {
    return this.scope.marks[0]?.position;
  }

  private isOfRound(recorded: Recorded, mark: Mark): boolean {
    const { stream } = recorded;
    if (stream.startsWith('round-'))
      return this.scope.take(lifted<RoundEvent, Recorded>(roundEvents, recorded), mark);
    if (stream.startsWith('visit-'))
      return this.visits.take(lifted<VisitEvent, Recorded>(visitEvents, recorded), mark);
    if (stream.startsWith('finding-'))
      return this.findings.take(lifted<FindingEvent, Recorded>(findingEvents, recorded), mark);
    if (stream.startsWith('practice-'))
      return this.practices.take(lifted<PracticeEvent, Recorded>(practiceEvents, recorded), mark);
    if (stream.startsWith('interest-')) {
      this.told.add(mark.id);
      this.interests.take(lifted<InterestEvent, Recorded>(interestEvents, recorded), mark);
    }
    return false;
  }
}

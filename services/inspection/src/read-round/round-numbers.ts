import { Injectable } from '@nestjs/common';
import { type Recorded, streamOf } from '@redress/contracts/event';
import type { ReportNumbers } from '@redress/contracts/inspection/report-numbers';
import { roundEvents } from '@redress/contracts/inspection/round.events';
import {
  type Day,
  type MessageId,
  type Position,
  type RoundId,
  type Sha256,
  START,
} from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { numbersOf } from '../count-round/count-round.js';
import { COUNTED_STREAMS, RoundRecord } from '../count-round/round-record.js';
import { CalledOf } from './called-of.js';
import { digestOf } from './digest.js';

export type Counted = {
  readonly numbers: ReportNumbers;
  readonly sha256: Sha256;
  readonly upTo: Position;
  /** Whether the event up to which was to be read is in the log. */
  readonly hasLast: boolean;
};

/** Up to a position of this store; or up to an event, wherever it stands. */
export type UpTo = { readonly upTo: Position; readonly last?: MessageId };

const PAGE = 1_000;
/** What was counted lately: it is asked for page by page. */
const KEPT = 4;

/** The numbers of a round, out of the log itself. */
@Injectable()
export class RoundNumbers {
  private readonly kept = new Map<string, Promise<Counted | undefined>>();

  constructor(
    private readonly store: EventStore,
    private readonly called: CalledOf,
  ) {}

  /** Undefined for a round that was not planned by then. What the log says up to a position never changes. */
  of(roundId: RoundId, asOf: UpTo, day: Day): Promise<Counted | undefined> {
    const key = [roundId, asOf.upTo, asOf.last ?? '', day].join(' ');
    const known = this.kept.get(key);
    if (known) return known;
    const counted = this.counted(roundId, asOf, day);
    this.kept.set(key, counted);
    for (const old of [...this.kept.keys()].slice(0, -KEPT)) this.kept.delete(old);
    counted.catch(() => this.kept.delete(key));
    return counted;
  }

  private async counted(roundId: RoundId, asOf: UpTo, day: Day): Promise<Counted | undefined> {
    const record = new RoundRecord(roundId);
    let hasLast = asOf.last === undefined;
    for await (const event of this.events(roundId, asOf)) {
      record.take(event);
      if (event.id === asOf.last) {
        hasLast = true;
        break;
      }
    }
    const { upTo } = asOf;
    const numbers = numbersOf(record, { upTo, day }, await this.called.by(record));
    return numbers && { numbers, sha256: digestOf(numbers), upTo, hasLast };
  }

  /** What was said of people before the round, then all of it from its beginning on. */
  private async *events(roundId: RoundId, { upTo, last }: UpTo): AsyncIterable<Recorded> {
    const ofRound = await this.store.read(streamOf(roundEvents, roundId));
    const beginning = ofRound[0]?.position;
    const end = last === undefined ? upTo : await this.store.last();
    if (beginning === undefined || beginning > end) return;
    yield* this.stretch(START, beginning, ['interest-']);
    // In some stores all that was appended together stands at one position.
    yield* ofRound.filter(({ position }) => position === beginning);
    yield* this.stretch(beginning, end, COUNTED_STREAMS);
  }

  private async *stretch(
    after: Position,
    end: Position,
    streams: readonly string[],
  ): AsyncIterable<Recorded> {
    for (let seen = after; seen < end;) {
      const slice = await this.store.readAll(seen, streams, PAGE);
      for (const event of slice.events) if (event.position <= end) yield event;
      if (slice.upTo <= seen) return;
      seen = slice.upTo;
    }
  }
}

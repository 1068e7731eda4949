import {
  type JetStreamManager,
  JetStreamApiCodes,
  JetStreamApiError,
  type SeqMsgRequest,
} from '@nats-io/jetstream';
import type { Recorded } from '@redress/contracts/event';
import type { Instant, LetterId } from '@redress/contracts/values';
import { v5 as uuidOf } from 'uuid';
import { type DeadLetter, deadLettersOf } from './dead-letters.js';
import { publishedIn } from './published.js';
import { DEAD_LETTERS } from './streams.js';

/** An event that a reaction gave up, as it lies among the dead letters. */
export type Letter = {
  readonly id: LetterId;
  readonly reaction: string;
  readonly givenUpAt: Instant;
  readonly error: string;
  readonly attempts: number;
  /** Absent when what came could not be read. */
  readonly event?: Recorded;
  /** Where it lies; not the same for ever. */
  readonly seq: number;
};

// Never changed: ids are in the log.
const LETTERS = '5b0c2f5e-6a5e-5d0b-9f4e-3a8f6f0d1c11';

/** The dead letters of one service. */
export class DeadLetterBox {
  constructor(
    private readonly manager: JetStreamManager,
    private readonly service: string,
  ) {}

  /** The oldest first, at most so many. */
  async list(limit: number): Promise<readonly Letter[]> {
    const letters: Letter[] = [];
    let after = 0;
    while (letters.length < limit) {
      const found = await this.next(after);
      if (!found) break;
      letters.push(found);
      after = found.seq;
    }
    return letters;
  }

  /** All that lie there under one id: an event may be given up more than once. */
  async withId(id: LetterId): Promise<readonly Letter[]> {
    return (await this.list(Infinity)).filter((letter) => letter.id === id);
  }

  async remove(letters: readonly Letter[]): Promise<void> {
    for (const { seq } of letters)
      await this.manager.streams.deleteMessage(DEAD_LETTERS, seq).catch(unlessGone);
  }

  private async next(after: number): Promise<Letter | undefined> {
    const subject = deadLettersOf({ service: this.service, name: '>' });
    const found = await this.manager.streams
      // The server knows this question, which the client offers for another way of asking alone.
      .getMessage(DEAD_LETTERS, { seq: after + 1, next_by_subj: subject } as SeqMsgRequest)
      .catch(unlessGone);
    if (!found) return undefined;
    const reaction = found.subject.split('.').slice(2).join('.');
    const letter = found.json<DeadLetter>();
    const event = eventIn(letter);
    return {
      id: uuidOf(`${this.service} ${reaction} ${event?.id ?? letter.payload}`, LETTERS) as LetterId,
      reaction,
      givenUpAt: found.time.toISOString() as Instant,
      error: letter.reason.error,
      attempts: letter.attempts,
      seq: found.seq,
      ...(event && { event }),
    };
  }
}

const eventIn = ({ subject, payload }: DeadLetter): Recorded | undefined => {
  try {
    return publishedIn({ subject, json: () => JSON.parse(payload) as never }).event;
  } catch {
    return undefined;
  }
};

/** What the server says when a message that is to be removed is not there. */
const MESSAGE_GONE = 10_057;

const GONE: readonly number[] = [
  JetStreamApiCodes.NoMessageFound,
  JetStreamApiCodes.StreamNotFound,
  MESSAGE_GONE,
];

const unlessGone = (error: unknown): undefined => {
  if (!(error instanceof JetStreamApiError) || !GONE.includes(error.code)) throw error;
};

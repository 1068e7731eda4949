import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { asKept } from '@redress/contracts/anonymity';
import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import type { DeadLetter, DeadLetters, LetterRejection } from '@redress/contracts/upkeep/dead-letters';
import type { LetterId } from '@redress/contracts/values';
import { reject } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { DeadLetterBox, type Letter } from '@redress/messaging/dead-letter-box';
import { nameOf } from '@redress/messaging/failure';
import { natsOptions } from '@redress/messaging/nats-options';
import { settledLetters, settleLetter } from './settle-letter.js';
import { Upkeep } from './upkeep.js';
import { Workers } from './workers.js';

type Settled = Promise<Outcome<LetterRejection>>;

/** The events that the reactions of this service gave up, and what operators do about them. */
@Injectable()
export class LettersOfService implements OnApplicationShutdown {
  private readonly logger = new Logger('upkeep');
  private connecting: Promise<NatsConnection> | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly upkeep: Upkeep,
    private readonly store: EventStore,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await (await this.connecting?.catch(() => undefined))?.close();
  }

  async find(limit: number): Promise<DeadLetters> {
    const { service } = this.workers.hosted;
    const found = await (await this.box()).list(limit + 1);
    return { letters: found.slice(0, limit).map((one) => shown(service, one)), more: found.length > limit };
  }

  /** The reaction gets the event once more; only when it is done with it, that is written down, and the letter goes. */
  async requeue(letterId: LetterId, envelope: Envelope): Settled {
    const box = await this.box();
    const found = await box.withId(letterId);
    const letter = found.at(-1);
    if (letter) {
      if (!letter.event) return reject('letter-cannot-be-read');
      try {
        await this.upkeep.react(letter.reaction, letter.event);
      } catch (error) {
        this.logger.warn(`${letter.reaction} failed again on ${letter.event.id}: ${nameOf(error)}`);
        return reject('failed-again');
      }
    }
    const done = letter && ({ type: 'DeadLetterRequeued', data: about(letter) } as const);
    return this.settled(box, found, letterId, envelope, settleLetter(done));
  }

  /** Who gave it up for good, and why, is written down before it is gone. */
  async drop(letterId: LetterId, reason: string, envelope: Envelope): Settled {
    const box = await this.box();
    const found = await box.withId(letterId);
    const letter = found.at(-1);
    const done = letter && ({ type: 'DeadLetterDropped', data: { ...about(letter), reason } } as const);
    return this.settled(box, found, letterId, envelope, settleLetter(done));
  }

  /** In the case of the event, so that its history shows what became of it. */
  private async settled(
    box: DeadLetterBox,
    found: readonly Letter[],
    id: LetterId,
    envelope: Envelope,
    decide: ReturnType<typeof settleLetter>,
  ): Settled {
    const correlationId = found.at(-1)?.event?.correlationId ?? envelope.correlationId;
    const outcome = await transact(this.store, settledLetters, id, { ...envelope, correlationId }, decide);
    if (!('rejected' in outcome)) await box.remove(found);
    return outcome;
  }

  private async box(): Promise<DeadLetterBox> {
    this.connecting ??= connect(natsOptions()).catch((error: unknown) => {
      this.connecting = undefined;
      throw error;
    });
    return new DeadLetterBox(await jetstreamManager(await this.connecting), this.workers.hosted.service);
  }
}

const about = ({ id, reaction, givenUpAt, event }: Letter) => ({
  letterId: id,
  reaction,
  givenUpAt,
  ...(event && { eventId: event.id }),
});

/** Nothing of what it says. Of who acted without a name the hour is told, as everywhere. */
const shown = (service: string, { event, seq: _, ...letter }: Letter): DeadLetter => ({
  ...letter,
  service,
  ...(event && {
    type: event.type,
    eventId: event.id,
    caseId: event.correlationId,
    recordedAt: asKept(event.recordedAt, event.actor),
  }),
});

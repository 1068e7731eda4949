import { Injectable } from '@nestjs/common';
import type { Envelope } from '@redress/contracts/envelope';
import { lifted, type Recorded, streamOf } from '@redress/contracts/event';
import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { MessageId, OpinionId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { ReadModels } from '@redress/read-models/read-models';
import { v5 as uuidOf } from 'uuid';
import { liftDuplicateMark } from '../mark-duplicate/mark-duplicate.js';
import { opinionDesk } from '../opinion-desk/opinion-desk.js';
import { opinions, originalOf, wholeOf } from '../opinion/opinion.js';
import { duplicatesOf } from './duplicates.js';
import { endOf, isOfEnd } from './end-of.js';

const PATIENCE_MS = 2_000;

/**
 * Each submitter of a duplicate hears the end of the original, whether the mark or the end was first; and a whole hears
 * the end of each of its parts.
 *
 * Two marks that did not know of each other can make a chain or a ring. Each is looked at once more here, when both
 * are in the log, and lifted if its original is a duplicate or it has duplicates itself.
 */
@Injectable()
export class TellDuplicatesReaction extends Reaction {
  override readonly name = 'tell-duplicates';
  override readonly listensTo = 'intake.opinion.*';

  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {
    super();
  }

  override async react(recorded: Recorded): Promise<void> {
    const event = lifted<OpinionEvent, Recorded>(opinionEvents, recorded);
    if (event.type === 'OpinionMarkedDuplicate') {
      const { opinionId, of } = event.data;
      if (await this.meetsAnotherMark(event.data, recorded)) await this.lift(opinionId, recorded);
      else await this.tell(opinionId, of, recorded);
    }
    if (!isOfEnd(event)) return;
    const { opinionId } = event.data;
    for (const duplicate of await this.duplicatesOf(opinionId, recorded))
      await this.tell(duplicate, opinionId, recorded);
    const whole = wholeOf(await load(this.store, opinions, opinionId));
    if (whole !== undefined) await this.tell(whole, opinionId, recorded);
  }

  /** As the other stands now; once more when that changed while it was told. */
  private async tell(listener: OpinionId, other: OpinionId, because: Recorded): Promise<void> {
    for (let told: MessageId | undefined; ;) {
      const end = endOf(await this.store.read(streamOf(opinions, other)));
      if (!end || end.event.id === told) return;
      await transact(this.store, opinions, listener, envelopeOf(because, end.event), end.hear(listener));
      told = end.event.id;
    }
  }

  private async meetsAnotherMark(
    { opinionId, of }: { readonly opinionId: OpinionId; readonly of: OpinionId },
    event: Recorded,
  ): Promise<boolean> {
    const original = await load(this.store, opinions, of);
    return originalOf(original) !== undefined || (await this.duplicatesOf(opinionId, event)).length > 0;
  }

  private async duplicatesOf(original: OpinionId, { position }: Recorded): Promise<readonly OpinionId[]> {
    if (!(await this.models.reached(opinionDesk, position, PATIENCE_MS)))
      throw new Error(`the desk is not at ${position} yet`);
    return duplicatesOf(this.models, original);
  }

  private async lift(opinionId: OpinionId, because: Recorded): Promise<void> {
    const envelope = becauseOf(because);
    const command = { opinionId, reason: 'another mark was made at the same time' };
    await transact(this.store, opinions, opinionId, envelope, liftDuplicateMark(command, envelope.actor));
  }
}

// Of both events: what is told to one duplicate because of one event may come in two parts, each of them once.
const envelopeOf = (because: Recorded, end: Recorded): Envelope => {
  const { actor, correlationId, happenedAt } = becauseOf(because);
  return { actor, correlationId, causationId: uuidOf(end.id, because.id) as MessageId, happenedAt };
};

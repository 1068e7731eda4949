import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { ReceiptRef } from '@redress/contracts/intake/refs';
import type { MessageId, OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { v5 as uuidOf } from 'uuid';
import { type Opinion, opinions, wholeOf } from '../opinion/opinion.js';
import { opinionIdOf, receiptIn } from './receipt-code.js';
import { isReceiptOf } from './verifier.js';

type Decide<Reason extends string> = (
  opinionId: OpinionId,
) => (opinion: Opinion) => Decision<OpinionEvent, Reason>;

/**
 * Lets the holder of a receipt act on its opinion. The log holds the submitter as the actor, whoever is signed in
 * where it came from. What is no receipt is told the same as a wrong one.
 */
export const byReceipt = async <Reason extends string>(
  store: EventStore,
  { receipt: written }: ReceiptRef,
  envelope: Envelope,
  decide: Decide<Reason>,
): Promise<Outcome<Reason | 'no-such-receipt'>> => {
  const receipt = receiptIn(written);
  if (receipt === undefined) return reject('no-such-receipt');
  const opinionId = opinionIdOf(receipt);
  if (!(await isReceiptOf(receipt, await load(store, opinions, opinionId)))) return reject('no-such-receipt');
  return transact(store, opinions, opinionId, asSubmitter(envelope, opinionId), decide(opinionId));
};

/** The same with one part of an opinion that was split. */
export const byReceiptOnPart = async <Reason extends string>(
  store: EventStore,
  { receipt: written }: ReceiptRef,
  part: OpinionId,
  envelope: Envelope,
  decide: Decide<Reason>,
): Promise<Outcome<Reason | 'no-such-receipt' | 'not-a-part-of-the-opinion'>> => {
  const receipt = receiptIn(written);
  if (receipt === undefined) return reject('no-such-receipt');
  const opinionId = opinionIdOf(receipt);
  const isHolder = await isReceiptOf(receipt, await load(store, opinions, opinionId));
  const whole = wholeOf(await load(store, opinions, part));
  if (!isHolder || whole !== opinionId) return reject('not-a-part-of-the-opinion');
  return transact(store, opinions, part, asSubmitter(envelope, part), decide(part));
};

const asSubmitter = (
  { correlationId, causationId, happenedAt, expectedRevision }: Envelope,
  opinionId: OpinionId,
): Envelope => ({
  actor: { role: 'submitter' },
  correlationId,
  // Of somebody who is signed in, the cause says when they did it.
  causationId: uuidOf(causationId, opinionId) as MessageId,
  happenedAt,
  ...(expectedRevision !== undefined && { expectedRevision }),
});

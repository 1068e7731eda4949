import type { Outcome } from '@redress/contracts/command';
import type { Envelope } from '@redress/contracts/envelope';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { ReceiptRef } from '@redress/contracts/intake/refs';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { type Opinion, opinions } from '../opinion/opinion.js';
import { opinionIdOf, receiptIn } from './receipt-code.js';

/**
 * Lets the holder of a receipt act on its opinion. The log holds the submitter as the actor, whoever is signed in
 * where it came from. What is no receipt is told the same as a wrong one.
 */
export const byReceipt = async <Reason extends string>(
  store: EventStore,
  { receipt: written }: ReceiptRef,
  envelope: Envelope,
  decide: (opinionId: OpinionId) => (opinion: Opinion) => Decision<OpinionEvent, Reason | 'no-such-receipt'>,
): Promise<Outcome<Reason | 'no-such-receipt'>> => {
  const receipt = receiptIn(written);
  if (receipt === undefined) return reject('no-such-receipt');
  const opinionId = opinionIdOf(receipt);
  const { correlationId, causationId, happenedAt, expectedRevision } = envelope;
  const submitters: Envelope = {
    actor: { role: 'submitter' },
    correlationId,
    causationId,
    happenedAt,
    ...(expectedRevision !== undefined && { expectedRevision }),
  };
  return transact(store, opinions, opinionId, submitters, decide(opinionId));
};

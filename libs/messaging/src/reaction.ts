import type { Envelope } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';

/**
 * What a service does when something happened: an event in, commands out. It is called at least once for each
 * event, in order within a case, and must be idempotent. A fault that it throws is tried again after a pause,
 * and put among the dead letters in the end.
 */
export abstract class Reaction {
  /** Unique within the service, and never changed: how far it has come is kept under this name. */
  abstract readonly name: string;
  /** As the relay publishes: `intake.opinion.OpinionListed`, or `rectification.task.*`. */
  abstract readonly listensTo: string;
  /** Whether it needs what is sealed. If not, it goes on where nobody hands over the keys to it, and events come as they are stored. */
  readonly opens: boolean = true;
  abstract react(event: Recorded): Promise<void>;
}

/**
 * The envelope of a command that an event leads to: in the same case, at the same moment, and with the id of the
 * event for its cause, so that `transact` knows a repeat.
 */
export const becauseOf = ({ id, correlationId, happenedAt }: Recorded): Envelope => ({
  actor: { role: 'system' },
  correlationId,
  causationId: id,
  happenedAt,
});

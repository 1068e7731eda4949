import type { JetStreamClient, JsMsg } from '@nats-io/jetstream';
import type { Durable } from './durable.js';

/** What an operator may know of an event that was given up; the event itself is beside it. */
export type DeadLetter = {
  readonly subject: string;
  readonly reason: { readonly error: string; readonly message: string };
  readonly attempts: number;
  /** As it came: JSON of the event, unless it was not readable. */
  readonly payload: string;
};

export const deadLettersOf = ({ service, name }: Pick<Durable, 'service' | 'name'>): string =>
  `dead.${service}.${name}`;

/** Puts an event among the dead letters, durably, so that it can then be ended. */
export const bury = async (
  js: JetStreamClient,
  durable: Durable,
  message: JsMsg,
  reason: unknown,
  attempts: number,
): Promise<void> => {
  const { name: error, message: text } = reason instanceof Error ? reason : new Error(String(reason));
  const letter: DeadLetter = {
    subject: message.subject,
    reason: { error, message: text.slice(0, 500) },
    attempts,
    payload: message.string(),
  };
  const id = message.headers?.get('Nats-Msg-Id') ?? String(message.seq);
  const subject = deadLettersOf(durable);
  await js.publish(subject, JSON.stringify(letter), { msgID: `${subject}:${id}` });
};

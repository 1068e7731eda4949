import type { JsMsg } from '@nats-io/jetstream';
import type { Recorded } from '@redress/contracts/event';

/** An event as the relay of a service published it. */
export type Published = { readonly service: string; readonly event: Recorded };

/** What came is no event: it can never be worked on. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

const TEXTS = [
  'id',
  'type',
  'stream',
  'position',
  'correlationId',
  'causationId',
  'happenedAt',
  'recordedAt',
];

/** @throws UnreadableEvent */
export const publishedIn = (message: Pick<JsMsg, 'subject' | 'json'>): Published => {
  const event = jsonOf(message);
  if (!isRecorded(event)) throw new UnreadableEvent('it is not an event as the relay publishes it');
  return { service: message.subject.split('.')[1] ?? '', event };
};

const jsonOf = (message: Pick<JsMsg, 'json'>): unknown => {
  try {
    return message.json();
  } catch {
    // The message of a SyntaxError quotes what it could not read.
    throw new UnreadableEvent('it is not JSON');
  }
};

const isRecorded = (value: unknown): value is Recorded => {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return (
    TEXTS.every((name) => typeof fields[name] === 'string') &&
    typeof fields['data'] === 'object' &&
    Number.isInteger(fields['version']) &&
    Number.isInteger(fields['revision'])
  );
};

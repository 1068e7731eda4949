import { createHash } from 'node:crypto';
import type { Recorded } from '@redress/contracts/event';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;
const EACH = new RegExp(UUID, 'g');

/** The same log so many times, each time with other ids in all that is said: cases like those, and none of them twice. */
export function* multiplied(log: readonly Recorded[], times: number): Iterable<Recorded> {
  yield* log;
  for (let copy = 1; copy < times; copy += 1) {
    const text = JSON.stringify(log).replaceAll(EACH, (id) => another(id, copy));
    for (const event of JSON.parse(text) as Recorded[])
      yield UUID.test(event.stream) ? event : { ...event, stream: `${event.stream}-${String(copy)}` };
  }
}

const another = (id: string, copy: number): string => {
  const hex = createHash('sha256')
    .update(`${id} ${String(copy)}`)
    .digest('hex');
  return [
    id.slice(0, 8),
    hex.slice(0, 4),
    `7${hex.slice(4, 7)}`,
    `8${hex.slice(7, 10)}`,
    hex.slice(10, 22),
  ].join('-');
};

import { EventEmitter } from 'node:events';
import { expect, it } from '@jest/globals';
import { woken } from './woken.js';

const HOUR = 3_600_000;

it('wakes for a word, for the time, and for the signal', async () => {
  const emitter = new EventEmitter();
  const never = new AbortController().signal;
  const word = woken(emitter, 'now', HOUR, never);
  emitter.emit('now');
  await word;
  await woken(emitter, 'now', 1, never);
  const stop = new AbortController();
  const stopped = woken(emitter, 'now', HOUR, stop.signal);
  stop.abort();
  await stopped;
  await woken(emitter, 'now', HOUR, stop.signal);
  expect(emitter.listenerCount('now')).toBe(0);
});

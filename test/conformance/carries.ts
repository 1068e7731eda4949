import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import { InMemoryCheckpoints } from '@redress/eventsourcing/checkpoints';
import { Clock } from '@redress/eventsourcing/clock';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { eventually } from '@redress/messaging/nats-server.testing';
import { react } from '@redress/messaging/react';
import { Reaction } from '@redress/messaging/reaction';
import { Relay } from '@redress/messaging/relay';
import { supervise } from '@redress/messaging/supervise';

class Remembering extends Reaction {
  readonly name = 'remembering';
  readonly seen: Recorded[] = [];
  constructor(readonly listensTo: string) {
    super();
  }
  override react(event: Recorded): Promise<void> {
    this.seen.push(event);
    return Promise.resolve();
  }
}

/** What every broker must do. Each test has a service of its own; streams are shared with whoever is there, and stay. */
export const carries = (name: string, url: string): void => {
  describe(name, () => {
    const ends: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0)) await end();
    });

    const running = (run: (signal: AbortSignal) => Promise<unknown>): (() => Promise<unknown>) => {
      const stop = new AbortController();
      const done = run(stop.signal);
      const end = (): Promise<unknown> => {
        stop.abort();
        return done;
      };
      ends.push(end);
      return end;
    };

    const made = () => {
      const service = `test${randomUUID().replaceAll('-', '')}`;
      const store = new InMemoryEventStore(new Clock());
      let revision = -1;
      const append = async (...numbers: readonly number[]): Promise<void> => {
        for (const n of numbers) ({ revision } = await store.append('count-1', [counted(n)], revision));
      };
      const relay = (checkpoints = new InMemoryCheckpoints()) =>
        running((signal) =>
          supervise('relay', () => new Relay(service, store, checkpoints, url).run(signal), signal),
        );
      const reaction = new Remembering(`${service}.count.Counted`);
      const consumer = () => running((signal) => react(service, reaction, signal, { url }));
      const has = (last: number) => eventually(() => numbersIn(reaction.seen).includes(last));
      return { append, relay, consumer, reaction, has };
    };

    it('brings each event, in order, to who listens', async () => {
      const { append, relay, consumer, reaction, has } = made();
      relay();
      consumer();
      await append(1, 2, 3);
      await has(3);
      await append(4);
      await has(4);
      expect(numbersIn(reaction.seen)).toEqual([1, 2, 3, 4]);
    });

    it('goes on where it was when either is started again, and drops what is published twice', async () => {
      const { append, relay, consumer, reaction, has } = made();
      const endRelay = relay();
      const endConsumer = consumer();
      await append(1, 2);
      await has(2);
      await endConsumer();
      await append(3);
      await endRelay();
      relay(new InMemoryCheckpoints());
      consumer();
      await append(4);
      await has(4);
      expect(numbersIn(reaction.seen)).toEqual([1, 2, 3, 4]);
    });
  });
};

import { setTimeout as pause } from 'node:timers/promises';
import { type Recorded, UnknownEvent } from '@redress/contracts/event';
import { Logger } from '@nestjs/common';
import { consume, type Delivery, type MakeConsumer } from './consume.js';
import { Lanes } from './lanes.js';
import type { Reaction } from './reaction.js';
import { nameOf } from './failure.js';
import { keepsTheHour } from '@redress/telemetry/place';
import { type Scope, within } from '@redress/telemetry/scope';
import { tracing } from '@redress/telemetry/tracing';
import { supervise } from './supervise.js';

export type Patience = {
  /** How many events are worked on at once; those of one case never are. */
  readonly concurrency: number;
  /** How often an event is tried before it is given up, and how the pauses between grow. */
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  readonly ackWaitMs: number;
};

/** About a minute and a half in all. */
export const PATIENCE: Patience = {
  concurrency: 16,
  attempts: 12,
  firstPauseMs: 50,
  longestPauseMs: 20_000,
  ackWaitMs: 30_000,
};

const MOST_HELD = 512;

const logger = new Logger('react');

/**
 * Lets a reaction have every event that it listens to, until the signal aborts. The events of one case come one after
 * another; while one of them is tried again the case waits, and other cases go on.
 */
export const react = (
  service: string,
  reaction: Reaction,
  stop: AbortSignal,
  { url, open, ...changed }: Partial<Patience> & { readonly url?: string; readonly open?: Open } = {},
): Promise<void> => {
  const patience = { ...PATIENCE, ...changed };
  const { name, listensTo: filter } = reaction;
  const durable = { service, name, filter, ackWaitMs: patience.ackWaitMs, mostHeld: MOST_HELD };
  return supervise(
    `reaction ${name}`,
    (signal) =>
      consume(
        durable,
        reacting(open && reaction.opens ? opening(reaction, open) : reaction, patience),
        signal,
        url,
      ),
    stop,
  );
};

/** How an event that was published is read: what of it is sealed is opened for the reaction alone. */
export type Open = (event: Recorded) => Promise<Recorded>;

const opening = (reaction: Reaction, open: Open): Reaction => ({
  name: reaction.name,
  listensTo: reaction.listensTo,
  opens: false,
  react: async (event) => reaction.react(await open(event)),
});

const reacting =
  (reaction: Reaction, patience: Patience): MakeConsumer =>
  (signal, fail) => {
    const lanes = new Lanes(patience.concurrency);
    return {
      receive: (delivery) => {
        const { correlationId: caseId } = delivery.event;
        const about: Scope = { isAnonymous: keepsTheHour(delivery.event), caseId };
        lanes.add(caseId, () =>
          within(about, () => attempt(reaction, patience, lanes, delivery, about, signal)).catch(fail),
        );
      },
      settled: () => lanes.settled(),
    };
  };

const attempt = async (
  reaction: Reaction,
  { attempts, firstPauseMs, longestPauseMs }: Patience,
  lanes: Lanes,
  { event, from, done, giveUp }: Delivery,
  about: Scope,
  signal: AbortSignal,
): Promise<void> => {
  for (let tried = 1; !signal.aborted; tried += 1) {
    const failure = await lanes.inPlace(async () => {
      about.span = from && tracing()?.begin({ name: reaction.name, kind: 'consumer', parent: from });
      const failed = await failureOf(reaction, event);
      about.span?.end({ isFault: failed !== undefined });
      return failed;
    });
    if (!failure) {
      done();
      return;
    }
    const { error } = failure;
    if (error instanceof UnknownEvent || tried === attempts) {
      await giveUp(error, tried);
      return;
    }
    logger.warn(
      `${reaction.name} failed on ${event.type} ${event.id}, attempt ${String(tried)}: ${nameOf(error)}`,
    );
    const pauseMs = Math.min(firstPauseMs * 2 ** (tried - 1), longestPauseMs);
    await pause(pauseMs, undefined, { signal }).catch(() => undefined);
  }
};

const failureOf = async (
  reaction: Reaction,
  event: Recorded,
): Promise<{ readonly error: unknown } | undefined> => {
  try {
    await reaction.react(event);
    return undefined;
  } catch (error) {
    return { error };
  }
};

import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { eventually, TestBroker } from './nats-server.testing.js';
import { unlessAnotherLeads } from './unless-another-leads.js';

jest.setTimeout(30_000);

let broker: TestBroker;
let working: string[];
let stops: Map<string, AbortController>;
let ends: Promise<void>[];

beforeEach(async () => {
  broker = await TestBroker.start();
  [working, ends] = [[], []];
  stops = new Map();
});

afterEach(async () => {
  for (const stop of stops.values()) stop.abort();
  await Promise.all(ends);
  await broker.stop();
});

/** A copy of a service as another process would be. */
const begin = (holder: string): void => {
  const work = async (signal: AbortSignal): Promise<void> => {
    working.push(holder);
    await new Promise((end) => {
      signal.addEventListener('abort', end);
    });
    working.splice(working.indexOf(holder), 1);
  };
  const stop = new AbortController();
  stops.set(holder, stop);
  ends.push(unlessAnotherLeads('tally.rows', work, stop.signal, { url: broker.url, holder }));
};

const isWorking = (holder: string) => (): boolean => working.join() === holder;

it('lets one of two work, and the other at once when that one stops', async () => {
  begin('first');
  await eventually(isWorking('first'));
  begin('second');
  const begun = Date.now();
  // Longer than a lease lasts: the first keeps it.
  await eventually(() => Date.now() - begun > 5_000);
  expect(working).toEqual(['first']);
  stops.get('first')?.abort();
  await eventually(isWorking('second'));
});

it('works without a broker, and goes on working when it goes away', async () => {
  await broker.kill();
  begin('first');
  await eventually(isWorking('first'));
  await broker.startAgain();
  begin('second');
  await broker.kill();
  // Neither can know of the other.
  await eventually(() => working.includes('first') && working.includes('second'));
  await broker.startAgain();
  await eventually(() => working.length === 1);
});

it('works while there cannot be leases, since too few servers are there to keep them', async () => {
  process.env['REDRESS_NATS_REPLICAS'] = '3';
  try {
    begin('first');
    await eventually(isWorking('first'));
  } finally {
    delete process.env['REDRESS_NATS_REPLICAS'];
  }
  // And once there can be, as one of two.
  begin('second');
  await eventually(() => working.length === 1);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals';
import { ServerCredentials } from '@grpc/grpc-js';
import type { Position } from '@redress/contracts/values';
import { START } from '@redress/contracts/values';
import { counted, numbersIn } from '@redress/eventsourcing/counted.examples';
import { EventTooLarge, WrongRevision } from '@redress/eventsourcing/event-store';
import { OutcomeUnknown, StoreFault } from '@redress/eventsourcing/store-fault';
import { eventually } from '@redress/messaging/nats-server.testing';
import { Connection } from '@redress/store-kurrent/connection';
import { KurrentEventImport } from '@redress/store-kurrent/kurrent-event-import';
import { KurrentDouble } from './doubles/kurrent-double.js';
import { Unreliable } from './doubles/unreliable.js';
import { kurrentHome } from './kurrent-home.js';

const CERTIFICATES = new URL('../../deploy/compose/certificates.mjs', import.meta.url).href;
type Pem = { readonly key: string; readonly certificate: string };
const { newAuthority, newCertificate } = (await import(CERTIFICATES)) as {
  readonly newAuthority: (name: string) => Promise<Pem>;
  readonly newCertificate: (name: string, dnsNames: readonly string[], authority: Pem) => Promise<Pem>;
};

const PATIENCE = { callMs: 1_500, appendMs: 4_000, silenceMs: 2_000, sliceMs: 2_000 };

const ends: (() => unknown)[] = [];
afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const started = async (options: Parameters<typeof KurrentDouble.start>[0] = {}): Promise<KurrentDouble> => {
  const double = await KurrentDouble.start(options);
  ends.push(() => {
    double.stop();
  });
  return double;
};
const homeAt = (url: string) => {
  const home = kurrentHome(url, PATIENCE);
  ends.push(home.close);
  return home;
};

const double = await started();
const home = homeAt(double.url);

afterEach(() => {
  double.refuses = undefined;
  double.mood = 'answers';
  double.log.now = () => Date.now();
  double.log.mostInOne = Infinity;
});

/** What became of it, and that it did not take as long as when nobody answers. */
const soon = async (act: Promise<unknown>): Promise<unknown> => {
  const begun = performance.now();
  const error = await act.catch((reason: unknown) => reason);
  expect(performance.now() - begun).toBeLessThan(PATIENCE.appendMs);
  return error;
};

it('appends on a server whose clock is ahead', async () => {
  double.log.now = () => Date.now() + 3_600_000;
  const store = home.open();
  expect(await soon(store.append('a-1', [counted(1)], -1))).toMatchObject({ revision: 0 });
  const checkpoints = home.checkpoints.open();
  await (await checkpoints).note('relay', '7' as Position);
});

it('takes a conflict for one when the URL has it that it is no error', async () => {
  const store = homeAt(`${double.url}&throwOnAppendFailure=false`).open();
  await store.append('a-1', [counted(1)], -1);
  await expect(store.append('a-1', [counted(2)], -1)).rejects.toBeInstanceOf(WrongRevision);
  expect(numbersIn(await store.read('a-1'))).toEqual([1]);
});

it('keeps the password out of what the client says of an option that it does not know', () => {
  const warn = jest.spyOn(console, 'warn');
  homeAt('kurrentdb://admin:changeit@127.0.0.1:1?tls=true&tlsVerify=false').close();
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

describe('when the server refuses', () => {
  it('an event that is too large for it, says so', async () => {
    double.log.mostInOne = 1_000;
    const store = home.open();
    expect(await soon(store.append('a-1', [counted(1, 'x'.repeat(1_000))], -1))).toBeInstanceOf(
      EventTooLarge,
    );
    expect(await store.append('a-1', [counted(1)], -1)).toMatchObject({ revision: 0 });
  });

  it.each([
    ['AccessDenied', 'access-denied'],
    ['BadRequest', 'unknown'],
  ] as const)('for %s, says at once that nothing was appended', async (refusal, said) => {
    double.refuses = refusal;
    const error = await soon(home.open().append('a-1', [counted(1)], -1));
    expect(error).toBeInstanceOf(StoreFault);
    expect(error).not.toBeInstanceOf(OutcomeUnknown);
    expect(String(error)).toContain(said);
  });

  it('because it is busy, asks again', async () => {
    double.refuses = 'Server Is Busy';
    const asked = double.asked;
    const appending = home.open().append('a-1', [counted(1)], -1);
    await eventually(() => double.asked > asked + 1);
    double.refuses = undefined;
    expect(await appending).toMatchObject({ revision: 0 });
  });

  it('what it may have carried out before, does not say that nothing was appended', async () => {
    const store = home.open();
    double.mood = 'commits and is silent';
    const asked = double.asked;
    const appending = store.append('a-1', [counted(1)], -1).catch((error: unknown) => error);
    await eventually(() => double.asked > asked);
    double.mood = 'answers';
    double.refuses = 'AccessDenied';
    expect(await appending).toBeInstanceOf(OutcomeUnknown);
    expect(await store.read('a-1')).toHaveLength(1);
  });
});

it('leaves no subscription behind when it has read, or was told to end', async () => {
  const { appended } = double.log;
  const before = appended.listenerCount('appended');
  const own = kurrentHome(double.url, PATIENCE);
  const store = own.open();
  const { position } = await store.append('a-1', [counted(1)], -1);
  for (let n = 0; n < 3; n += 1) await store.readAll(START, ['a-'], 1);
  await eventually(() => appended.listenerCount('appended') === before);
  for await (const { upTo } of store.follow(START, ['a-'], new AbortController().signal))
    if (upTo >= position) break;
  // One follows for all who do, until the store is closed.
  await eventually(() => appended.listenerCount('appended') === before + 1);
  own.close();
  await eventually(() => appended.listenerCount('appended') === before);
});

it('says of the one behind as many as may be on their way, and are not answered, that it was not sent', async () => {
  const connection = new Connection(double.url, { ...PATIENCE, callMs: 200 });
  ends.push(() => {
    connection.close();
  });
  const silent = (): Promise<unknown> =>
    connection.call(() => new Promise<never>(() => undefined)).catch((error: unknown) => error);
  const errors = await Promise.all(Array.from({ length: 16 }, silent));
  expect(errors.map((error) => (error as Error).name)).toEqual([
    ...Array.from({ length: 15 }, () => 'NoAnswer'),
    'NotSent',
  ]);
});

it('comes over TLS with an account, and is told when the account is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-tls-'));
  ends.push(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const authority = await newAuthority('test');
  const node = await newCertificate('eventstoredb-node', ['127.0.0.1', 'localhost'], authority);
  const trusted = join(folder, 'ca.crt');
  writeFileSync(trusted, authority.certificate);
  const pair = { cert_chain: Buffer.from(node.certificate), private_key: Buffer.from(node.key) };
  const guarded = await started({
    credentials: ServerCredentials.createSsl(null, [pair]),
    accounts: new Map([['admin', 'change@it']]),
  });
  const at = `localhost:${String(guarded.address.port)}?tls=true&discoveryInterval=20`;
  for (const [scheme, trust] of [
    ['kurrentdb', `tlsCAFile=${trusted}`],
    ['esdb', 'tlsVerifyCert=false'],
  ] as const) {
    const store = homeAt(`${scheme}://admin:change%40it@${at}&${trust}`).open();
    expect(await store.append('a-1', [counted(1)], -1)).toMatchObject({ revision: 0 });
    expect((await store.readAll(START, [''], 9)).events).toEqual(await store.read('a-1'));
  }
  const stranger = homeAt(`kurrentdb://admin:changeit@${at}&tlsCAFile=${trusted}`).open();
  for (const act of [
    () => stranger.append('a-1', [counted(1)], -1),
    () => stranger.read('a-1'),
    () => stranger.readAll(START, [''], 9),
  ])
    expect(String(await soon(act()))).toBe('StoreFault: KurrentDB: access-denied');
});

it('ends no process when the connection breaks under many appends, and each is appended once', async () => {
  const urlOf = (port: string): string => `kurrentdb://127.0.0.1:${port}?tls=false&discoveryInterval=20`;
  const between = await Unreliable.before(double.address, urlOf);
  ends.push(() => between.stop());
  const store = homeAt(between.url).open();
  await store.append('b-1', [counted(1)], -1);
  between.deafen();
  const proposed = Array.from({ length: 40 }, (_, n) => [counted(n, 'x'.repeat(100_000))]);
  const all = proposed.map((events, n) => store.append(`a-${String(n)}`, events, -1));
  const first = Promise.allSettled(all);
  await eventually(() => between.swallowed > 30_000);
  between.cut();
  await between.heal();
  for (const { status, ...rest } of await first)
    if (status === 'rejected') expect((rest as PromiseRejectedResult).reason).toBeInstanceOf(StoreFault);
  for (const [n, events] of proposed.entries())
    expect(await store.append(`a-${String(n)}`, events, -1)).toMatchObject({ revision: 0 });
  const ids = proposed.flat().map(({ id }) => id as string);
  expect(
    double.log.entries
      .map(({ id }) => id)
      .filter((id) => ids.includes(id))
      .toSorted(),
  ).toEqual(ids.toSorted());
});

it('moves long texts in Chinese: what a server takes at once it counts in bytes', async () => {
  const connection = new Connection(double.url, PATIENCE);
  ends.push(() => {
    connection.close();
  });
  const source = home.open();
  for (let n = 0; n < 6; n += 1) await source.append('a-1', [counted(n, '督查整改'.repeat(30_000))], n - 1);
  const events = await source.read('a-1');
  const namespace = `redress-test.${crypto.randomUUID()}`;
  await new KurrentEventImport(connection, namespace).add(events);
  expect(double.log.stream(`${namespace}.a-1`).map(({ id }) => id)).toEqual(events.map(({ id }) => id));
});

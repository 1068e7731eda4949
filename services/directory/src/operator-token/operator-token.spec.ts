import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { now } from '@redress/contracts/directory/token.examples';
import { START } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { load } from '@redress/eventsourcing/load';
import { keptText } from '@redress/hosting/kept-text';
import { sha256Of, tokenIdOf, tokens } from '../token/token.js';
import { OperatorToken } from './operator-token.js';

const clock = new StoppedClock(now);
Logger.overrideLogger(false);
let store: InMemoryEventStore;
let file: string;

beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-operator-'));
  process.env['REDRESS_DATA'] = folder;
  file = join(folder, 'operator.token');
  store = new InMemoryEventStore(clock);
});

afterEach(() => {
  delete process.env['REDRESS_DATA'];
  delete process.env['REDRESS_NEW_OPERATOR_TOKEN'];
});

const start = (): Promise<void> => new OperatorToken(store, clock).onApplicationBootstrap();
const written = (): Promise<string> => readFile(file, 'utf8');
const tokenIn = (text: string) => load(store, tokens, tokenIdOf(sha256Of(text)));

it('is issued at the first start, for its owner to read, and left alone after that', async () => {
  await start();
  const text = await written();
  expect(text).toMatch(/^rdr_[\w-]{43}$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const operator = { status: 'issued', acts: { role: 'operator' }, recordsPast: false };
  expect(await tokenIn(text)).toMatchObject(operator);

  process.env['REDRESS_NEW_OPERATOR_TOKEN'] = '1';
  await start();
  expect(await written()).toBe(text);
  expect(await tokenIn(text)).toMatchObject({ status: 'issued' });
});

it('is issued once by two processes that start together', async () => {
  await Promise.all([start(), start()]);
  expect((await store.readAll(START, ['token-'], 9)).events).toHaveLength(1);
});

it('is the one in the file when the first start was broken off', async () => {
  await keptText(file, () => 'rdr_left-over');
  await start();
  expect(await written()).toBe('rdr_left-over');
  expect(await tokenIn('rdr_left-over')).toMatchObject({ status: 'issued' });
});

it('is replaced when it was lost, if that is asked for', async () => {
  await start();
  const lost = await written();
  await rm(file);
  await start();
  await expect(written()).rejects.toThrow('ENOENT');
  expect(await tokenIn(lost)).toMatchObject({ status: 'issued' });

  process.env['REDRESS_NEW_OPERATOR_TOKEN'] = '1';
  await start();
  const found = await written();
  expect(await tokenIn(found)).toMatchObject({ status: 'issued' });
  expect(await tokenIn(lost)).toMatchObject({ status: 'revoked' });
});

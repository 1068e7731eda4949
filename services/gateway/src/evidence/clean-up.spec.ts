import { once } from 'node:events';
import { utimesSync } from 'node:fs';
import { beforeEach, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { Sha256 } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { arriving, gathered } from '@redress/evidence/bytes.examples';
import { type Opened, opened } from '@redress/evidence/opened.examples';
import { about, inPlace, ref } from '@redress/evidence/uploads.examples';
import { CleanUp } from './clean-up.js';
import { Rectification } from './gateway.examples.js';
import { LONG_AGO, placeOf } from './stored.examples.js';

Logger.overrideLogger(false);

let evidence: Opened;
let rectification: Rectification;
let cleanUp: CleanUp;
const old: Sha256[] = [];
let young: Sha256;

const stored = async (): Promise<readonly Sha256[]> =>
  (await gathered(evidence.files.list())).map(({ sha256 }) => sha256).toSorted();
const put = async (text: string): Promise<Sha256> =>
  (await evidence.files.put(arriving(Buffer.from(text)), 'text')).sha256;

beforeEach(async () => {
  evidence = await opened();
  rectification = new Rectification();
  cleanUp = new CleanUp(evidence, rectification, new Clock());
  old.length = 0;
  for (const text of ['a', 'b', 'c']) {
    const sha256 = await put(text);
    utimesSync(placeOf(evidence, sha256, 'txt'), LONG_AGO, LONG_AGO);
    old.push(sha256);
  }
  old.sort();
  young = await put('d');
});

const naming = (named: readonly Sha256[]): void => {
  rectification.answer = () => ({ named: named.includes(askedLast()) });
};
const askedLast = (): Sha256 => (rectification.asked.at(-1)?.body as { sha256: Sha256 }).sha256;

it('removes what no event names, and neither what one does nor what is young', async () => {
  const [named] = old as [Sha256];
  naming([named]);
  expect(await cleanUp.run()).toBe(true);
  expect(await stored()).toEqual([named, young].toSorted());
  // Of what the first has named, the other is not asked.
  const subjects = rectification.asked.map(({ subject }) => subject).toSorted();
  const [inspection, intake, ledger] = ['inspection', 'intake', 'rectification'].map(
    (service) => `${service}.is-file-named`,
  );
  expect(subjects).toEqual([inspection, inspection, intake, intake, ledger, ledger, ledger]);
  for (const { actor } of rectification.asked) expect(actor).toEqual({ role: 'system' });
});

it('removes nothing that is named in a visit only, and nothing while inspection does not answer', async () => {
  const [named] = old as [Sha256];
  const answers: (() => object)[] = [];
  rectification.answer = () => {
    const isLedger = rectification.asked.at(-1)?.subject === 'rectification.is-file-named';
    return isLedger ? { named: false } : (answers[0]?.() ?? { rejected: 'not-yet' });
  };
  expect(await cleanUp.run()).toBe(false);
  expect(await stored()).toEqual([...old, young].toSorted());
  answers.push(() => ({ named: askedLast() === named }));
  expect(await cleanUp.run()).toBe(true);
  expect(await stored()).toEqual([named, young].toSorted());
});

it.each<[string, () => object]>([
  [
    'does not answer',
    () => {
      throw new ServiceUnavailable('no reply');
    },
  ],
  ['is behind its log', () => ({ rejected: 'not-yet' })],
  ['does not know the question', () => ({ rejected: 'not-found' })],
])('removes nothing while rectification %s, and all that it should afterwards', async (_, answer) => {
  rectification.answer = answer;
  expect(await cleanUp.run()).toBe(false);
  expect(await stored()).toEqual([...old, young].toSorted());
  naming([]);
  expect(await cleanUp.run()).toBe(true);
  expect(await stored()).toEqual([young]);
});

it('keeps what somebody is about to name while it is asked whether an event names it', async () => {
  const about: Sha256[] = [];
  rectification.answer = () => ({ named: false });
  const ask = rectification.ask.bind(rectification);
  rectification.ask = async (query, body, actor) => {
    const answer = await ask(query, body, actor);
    if (about.length === 0) {
      about.push(askedLast());
      await evidence.files.renew(askedLast());
    }
    return answer;
  };
  expect(await cleanUp.run()).toBe(true);
  expect(await stored()).toEqual([...about, young].toSorted());
});

it('gives up what nobody goes on sending, whatever rectification does', async () => {
  await evidence.uploads.begin(ref, about);
  utimesSync(`${evidence.folder}/evidence-uploads/${ref.id}`, LONG_AGO, LONG_AGO);
  rectification.answer = () => ({ rejected: 'not-yet' });
  await cleanUp.run();
  expect(inPlace(evidence)).toEqual([]);
});

it('begins at the start, comes back after a failure, then every day, until the end', async () => {
  const pauses: number[] = [];
  const runs = jest.spyOn(cleanUp, 'run').mockResolvedValueOnce(false).mockResolvedValue(true);
  cleanUp.pause = async (ms, signal) => {
    pauses.push(ms);
    if (pauses.length === 3) await once(signal, 'abort');
  };
  cleanUp.onApplicationBootstrap();
  while (pauses.length < 3) await new Promise((resolve) => setImmediate(resolve));
  expect(pauses).toEqual([900_000, 86_400_000, 86_400_000]);
  await cleanUp.beforeApplicationShutdown();
  expect(runs).toHaveBeenCalledTimes(3);
});

it('stops in the middle when the gateway does, and removes nothing more', async () => {
  rectification.answer = () => {
    void cleanUp.beforeApplicationShutdown();
    return { named: false };
  };
  expect(await cleanUp.run()).toBe(false);
  expect(await stored()).toHaveLength(3);
});

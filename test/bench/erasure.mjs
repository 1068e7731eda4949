import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { Clock } from '@redress/eventsourcing/clock';
import { forgetPerson } from '@redress/hosting/forget-person';
import { rebuild } from '@redress/read-models/project';
import { CachedKeys } from '@redress/sealing/cached-keys';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import { SealedEventStore } from '@redress/sealing/sealed-event-store';
import { Sealing } from '@redress/sealing/sealing';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteKeyRing } from '@redress/store-sqlite/sqlite-key-ring';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { opinionDesk } from '../../services/intake/dist/opinion-desk/opinion-desk.js';
import { alternating, perSecond } from './rounds.mjs';

const ROUNDS = 5;
/** Two texts each. */
const OPINIONS = 50_000;
const PEOPLE = 1_000;
const OF_ONE = 1_000;
const AT_ONCE = 500;

const TEXT = '食堂中午的饭是凉的，十二点半以后就没有热菜了，希望能加两台保温柜。'.repeat(4);

const opinionOf = (submitter, opinionId = randomUUID()) => ({
  stream: `opinion-${opinionId}`,
  event: {
    id: randomUUIDv7(),
    type: 'OpinionSubmitted',
    version: 1,
    data: { opinionId, channel: 'web-form', title: '食堂中午的饭是凉的', text: TEXT, submitter },
    actor: { role: 'submitter', person: submitter },
    correlationId: opinionId,
    causationId: randomUUID(),
    happenedAt: '2026-03-20T08:00:00.000Z',
  },
});

/** A service's store, its rows and its keys, in a folder of their own. */
const within = async (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const ring = new SqliteKeyRing(folder, new LocalMasterKeys(newMasterKey(), 'here'));
  const keys = new CachedKeys(ring, 300_000);
  const sealing = new Sealing([opinionEvents], keys);
  const open = (name) => {
    const stored = new SqliteEventStore(join(folder, name), new Clock());
    const models = new SqliteReadModels(join(folder, name));
    return { stored, events: new SealedEventStore(stored, sealing), models };
  };
  const [ours, clear] = [open('sealed.sqlite'), open('clear.sqlite')];
  try {
    return await act({ ring, keys, sealing, ours, clear });
  } finally {
    for (const { stored, models } of [ours, clear]) {
      models.close();
      stored.close();
    }
    ring.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const fill = async (store, opinions) => {
  for (let at = 0; at < opinions.length; at += AT_ONCE)
    await Promise.all(
      opinions.slice(at, at + AT_ONCE).map(({ stream, event }) => store.append(stream, [event], -1)),
    );
};

const forMany = (people, each) =>
  people.flatMap((person) => Array.from({ length: each }, () => opinionOf(person)));

const rebuilding = () =>
  within(async ({ ours, clear }) => {
    const people = Array.from({ length: PEOPLE }, () => randomUUID());
    const opinions = forMany(people, OPINIONS / PEOPLE);
    await fill(ours.events, opinions);
    await fill(clear.stored, opinions);
    const signal = new AbortController().signal;
    return {
      what: `rows of ${OPINIONS.toLocaleString('en-US')} opinions made anew, two sealed texts each (events/s)`,
      ...(await alternating(ROUNDS, {
        ours: () => perSecond(OPINIONS, () => rebuild(ours.events, ours.models, opinionDesk, signal)),
        baseline: () => perSecond(OPINIONS, () => rebuild(clear.stored, clear.models, opinionDesk, signal)),
      })),
      atLeast: 0.5,
    };
  });

const erasing = () =>
  within(async ({ ring, keys, sealing, ours }) => {
    const others = Array.from({ length: 200 }, () => randomUUID());
    await fill(ours.events, forMany(others, 100));
    const signal = new AbortController().signal;
    const seconds = async () => {
      const person = randomUUID();
      await fill(ours.events, forMany([person], OF_ONE));
      await rebuild(ours.events, ours.models, opinionDesk, signal);
      const started = performance.now();
      const ids = await ring.idsOf(person);
      await ring.erase(person);
      keys.forget();
      const { texts } = await forgetPerson('intake', { personId: person, keys: ids }, ours, sealing, [
        opinionDesk,
      ]);
      if (texts !== 2 * OF_ONE) throw new Error(`${texts} texts were found`);
      return (performance.now() - started) / 1_000;
    };
    const { ours: figure } = await alternating(3, { ours: seconds, baseline: () => Promise.resolve(1) });
    return {
      what: `a person with ${OF_ONE.toLocaleString('en-US')} opinions of 20,000 erased from log, rows and words (s)`,
      ours: figure,
      atMost: 5,
    };
  });

export const figures = [rebuilding, erasing];

import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { rebuild } from '@redress/read-models/project';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { CoverageHandler } from '../../services/inspection/dist/coverage/coverage.handler.js';
import { roundScopes } from '../../services/inspection/dist/coverage/round-scopes.js';
import { FillInVisitHandler } from '../../services/inspection/dist/fill-in-visit/fill-in-visit.handler.js';
import { Writings } from '../../services/inspection/dist/fill-in-visit/writings.js';
import { visitList } from '../../services/inspection/dist/visit-list/visit-list.js';
import { summary } from './rounds.mjs';

const LOOKS = 30;
const UNITS = 10_000;
const TEAMS = 100;
const OTHER_ROUNDS = 2;
const WRITERS = 128;
const ITEMS = 200;
const BATCHES = 120;

const clock = new Clock();
const never = new AbortController().signal;
const NOW = '2026-03-20T08:00:00.000Z';
/** Before anything was written down, on the same day. */
const PLANNED_AT = '2026-03-20T01:00:00.000Z';
const DAY = '2026-03-20';
const CHECKLIST = { checklistId: randomUUIDv7(), checklistVersion: 1 };

const envelopeOf = (actor) => ({
  actor,
  correlationId: randomUUIDv7(),
  causationId: randomUUIDv7(),
  happenedAt: NOW,
});
const newEvent = (type, data) => ({
  id: randomUUIDv7(),
  type,
  version: 1,
  data,
  ...envelopeOf({ role: 'office' }),
});

const inFolder = async (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const store = new SqliteEventStore(join(folder, 'events.sqlite'), clock);
  try {
    return await act(store, join(folder, 'events.sqlite'));
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const milliseconds = async (act) => {
  const started = performance.now();
  await act();
  return performance.now() - started;
};

const results = { passes: ITEMS, fails: 0, 'does-not-apply': 0, noted: 0, 'left-out': 0 };

/** From the plan to the submission, as far as a read model looks at it. */
const visitTo = (unit, roundId, teamId) => {
  const visitId = randomUUIDv7();
  const about = { visitId, unit, kind: 'scheduled', roundId, teamId, ...CHECKLIST };
  return [
    newEvent('VisitPlanned', { ...about, on: DAY, plannedAt: NOW }),
    newEvent('VisitOpened', { visitId, at: NOW, on: DAY }),
    newEvent('VisitSubmitted', { ...about, seenOn: DAY, inspectors: [], results, failed: [] }),
  ];
};

/** A round over all units, three in four of them seen, beside others that are done. */
const filled = async (store) => {
  const units = Array.from({ length: UNITS }, () => randomUUIDv7());
  const teams = Array.from({ length: TEAMS }, () => randomUUIDv7());
  const groups = teams.map((team, index) => ({
    teams: [team],
    units: units.filter((_, n) => n % TEAMS === index),
  }));
  const [roundId, ...others] = Array.from({ length: 1 + OTHER_ROUNDS }, () => randomUUIDv7());
  const plan = { roundId, title: 'All', from: DAY, until: DAY, ...CHECKLIST, pairedBy: 'teams' };
  const scoped = [groups.slice(0, TEAMS / 2), groups.slice(TEAMS / 2)].map((some, index) =>
    newEvent('RoundScoped', { roundId, part: index + 1, parts: 2, groups: some }),
  );
  await store.append(
    `round-${roundId}`,
    [newEvent('RoundPlanned', { ...plan, units: UNITS }), ...scoped],
    -1,
  );
  const seen = units.filter((_, n) => n % 4 > 0);
  const visits = [
    ...seen.map((unit, n) => visitTo(unit, roundId, teams[n % TEAMS])),
    ...others.flatMap((other) => units.map((unit) => visitTo(unit, other, teams[0]))),
  ];
  const write = async (_, writer) => {
    for (let n = writer; n < visits.length; n += WRITERS)
      await store.append(`visit-${visits[n][0].data.visitId}`, visits[n], -1);
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return { roundId, seen: seen.length };
};

const coverage = () =>
  inFolder(async (store, file) => {
    const { roundId, seen } = await filled(store);
    const models = new SqliteReadModels(file);
    for (const model of [roundScopes, visitList]) await rebuild(store, models, model, never);
    const names = { ask: () => Promise.resolve({ units: {}, people: {} }) };
    const handler = new CoverageHandler(models, names);
    const look = async () => {
      const found = await handler.read({ roundId }, { role: 'office' });
      if (found.units !== UNITS || found.seen !== seen) throw new Error(JSON.stringify(found));
    };
    await look();
    const measured = [];
    for (let n = 0; n < LOOKS; n += 1) measured.push(await milliseconds(look));
    models.close();
    return {
      what: `coverage of a round of ${UNITS.toLocaleString('en-US')} units, with the first page of the unseen (ms)`,
      ours: summary(measured),
      atMost: 50,
    };
  });

const wording = { en: 'Minutes are kept', zh: '会议记录齐全' };
const checklist = {
  version: 1,
  title: wording,
  sections: [
    {
      title: wording,
      items: Array.from({ length: ITEMS }, (_, n) => ({
        itemId: `item-${n}`,
        kind: 'judgement',
        text: wording,
        weight: 1,
        mustFind: false,
      })),
    },
  ],
};
const person = randomUUIDv7();
const unit = randomUUIDv7();
const check = {
  person,
  on: DAY,
  units: [unit],
  conflicts: [],
  facts: { belongings: [], lines: [], interests: [], overrides: [] },
};

/** An answer to each item, as a telephone sends them when it is connected again. */
const batchFor = (visitId) => ({
  visitId,
  openedAt: PLANNED_AT,
  entries: Array.from({ length: ITEMS }, (_, n) => ({
    entryId: randomUUIDv7(),
    at: new Date(Date.parse(NOW) - 20_000 * n).toISOString(),
    item: { itemId: `item-${n}`, answer: { judgement: 'passes' }, note: '查看三月记录，齐全' },
  })),
});

/**
 * What the directory and the teams would be asked is at hand: what is measured is what the service itself does. Each batch
 * beside an append of one event that says little, and of one that says as much as the batch's, in turns.
 */
const batches = () =>
  inFolder(async (store) => {
    const standings = {
      of: () => Promise.resolve({ on: DAY, part: 'member', check, leadsUnit: false }),
    };
    const checklists = { version: () => Promise.resolve(checklist) };
    const handler = new FillInVisitHandler(store, new Writings(store, clock, standings, checklists));
    const inspector = { role: 'inspection', person };
    const planned = async () => {
      const visitId = randomUUIDv7();
      const plan = { visitId, unit, kind: 'scheduled', teamId: randomUUIDv7(), ...CHECKLIST };
      await store.append(
        `visit-${visitId}`,
        [
          newEvent('VisitPlanned', { ...plan, on: DAY, plannedAt: PLANNED_AT }),
          newEvent('InspectorsNamed', { visitId, inspectors: [person], checks: [check] }),
        ],
        -1,
      );
      return visitId;
    };
    const sent = async (command) => {
      const written = await handler.batch(command, envelopeOf(inspector));
      if (written.refused?.length !== 0) throw new Error(JSON.stringify(written));
    };
    const appended = (event) => milliseconds(() => store.append(`bench-${randomUUIDv7()}`, [event], -1));
    const measured = [];
    for (let n = 0; n < BATCHES; n += 1) {
      const command = batchFor(await planned());
      const { visitId, entries } = command;
      const short = newEvent('VisitMoved', { visitId, from: DAY, on: DAY, reason: '雨天改期' });
      const ofOneSize = newEvent('EntriesRecorded', { visitId, entries, by: person });
      const [small, large] = [await appended(short), await appended(ofOneSize)];
      measured.push({ small, large, batch: await milliseconds(() => sent(command)) });
    }
    // The first half warms up.
    return measured.slice(BATCHES / 2);
  });

let measuring;
const batchBeside = (beside, what) => async () => {
  const measured = await (measuring ??= batches());
  const shown = (of) => summary(measured.map((one) => one[of])).median.toFixed(2);
  return {
    what: `a batch of ${ITEMS} answers as a whole command, in appends of one event ${what} (${shown('batch')} and ${shown(beside)} ms)`,
    ours: summary(measured.map((one) => one.batch / one[beside])),
    atMost: 3,
  };
};

export const figures = [coverage, batchBeside('large', 'as large'), batchBeside('small', 'that says little')];

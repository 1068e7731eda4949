import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clock } from '@redress/eventsourcing/clock';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { composed } from '../../services/gateway/dist/report-document/compose.js';
import { docx } from '../../services/gateway/dist/report-document/docx.js';
import { html } from '../../services/gateway/dist/report-document/html.js';
import { ReportReading } from '../../services/gateway/dist/report-document/reading.js';
import { COUNTED_STREAMS } from '../../services/inspection/dist/count-round/round-record.js';
import { CalledOf } from '../../services/inspection/dist/read-round/called-of.js';
import { RoundNumbers } from '../../services/inspection/dist/read-round/round-numbers.js';
import { alternating, summary } from './rounds.mjs';

const UNITS = 500;
const TEAMS = 10;
/** Answers and people met, one event each, besides what makes a visit: forty events in all. */
const ENTRIES = 34;
const ROUNDS = 7;
const DOCUMENTS = 5;

const NOW = '2026-03-20T08:00:00.000Z';
const DAY = '2026-03-20';
const CHECKLIST = { checklistId: randomUUIDv7(), checklistVersion: 1 };
const person = randomUUIDv7();

const newEvent = (type, data) => ({
  id: randomUUIDv7(),
  type,
  version: 1,
  data,
  actor: { role: 'inspection', person },
  correlationId: randomUUIDv7(),
  causationId: randomUUIDv7(),
  happenedAt: NOW,
});
const ofOne = (length, make) => Array.from({ length }, (_, n) => make(n));

const entry = (visitId, n) => {
  const entryId = randomUUIDv7();
  const fails = n % 10 === 0;
  const item = {
    itemId: `item-${n}`,
    answer: { judgement: fails ? 'fails' : 'passes' },
    note: 'None since January',
  };
  const said =
    n % 8 === 7 ? { met: { name: '王老师' } } : { item: { ...item, result: fails ? 'fails' : 'passes' } };
  return newEvent('EntriesRecorded', { visitId, entries: [{ entryId, at: NOW, ...said }], by: person });
};

/** A visit from its plan to a finding that became a task: forty events. */
const visitTo = (unit, roundId, teamId) => {
  const visitId = randomUUIDv7();
  const about = { visitId, unit, kind: 'scheduled', roundId, teamId, ...CHECKLIST };
  const check = {
    person,
    on: DAY,
    units: [unit],
    conflicts: [],
    facts: { belongings: [], lines: [], interests: [], overrides: [] },
  };
  const entries = ofOne(ENTRIES, (n) => entry(visitId, n));
  const failed = entries
    .map(({ data }) => data.entries[0])
    .filter(({ item }) => item?.result === 'fails')
    .map(({ entryId, item }) => ({
      itemId: item.itemId,
      entryId,
      text: { en: 'Minutes', zh: '记录' },
      mustFind: true,
    }));
  const results = { passes: 26, fails: failed.length, 'does-not-apply': 0, noted: 0, 'left-out': 0 };
  const visit = [
    newEvent('VisitPlanned', { ...about, on: DAY, plannedAt: NOW }),
    newEvent('InspectorsNamed', { visitId, inspectors: [person], checks: [check] }),
    newEvent('VisitOpened', { visitId, at: NOW, on: DAY, by: person }),
    ...entries,
    newEvent('VisitSigned', { visitId, by: person }),
    newEvent('VisitSubmitted', {
      ...about,
      seenOn: DAY,
      inspectors: [person],
      signedBy: person,
      results,
      failed,
    }),
  ];
  const findingId = randomUUIDv7();
  const content = {
    fact: '一月以来没有会议记录。',
    basis: '条例第十八条',
    severity: 'ordinary',
    restsOn: [],
    files: [],
  };
  const act = { by: person, on: DAY, recusal: check };
  const where = { unit, visitId, roundId, teamId, kind: 'scheduled', seenOn: DAY };
  const finding = newEvent('FindingRecorded', { findingId, ...where, ...content, at: NOW, ...act });
  return [
    [`visit-${visitId}`, visit],
    [`finding-${findingId}`, [finding]],
  ];
};

const filled = async (store) => {
  const [roundId, units, teams] = [
    randomUUIDv7(),
    ofOne(UNITS, () => randomUUIDv7()),
    ofOne(TEAMS, () => randomUUIDv7()),
  ];
  for (const teamId of teams)
    await store.append(`team-${teamId}`, [newEvent('TeamFormed', { teamId, name: '督查组', from: DAY })], -1);
  const groups = teams.map((team, t) => ({ teams: [team], units: units.filter((_, n) => n % TEAMS === t) }));
  const plan = {
    roundId,
    title: 'All',
    from: DAY,
    until: DAY,
    ...CHECKLIST,
    pairedBy: 'teams',
    units: UNITS,
  };
  const scoped = newEvent('RoundScoped', { roundId, part: 1, parts: 1, groups });
  await store.append(`round-${roundId}`, [newEvent('RoundPlanned', plan), scoped], -1);
  const streams = units.flatMap((unit, n) => visitTo(unit, roundId, teams[n % TEAMS]));
  await Promise.all(streams.map(([stream, events]) => store.append(stream, events, -1)));
  return { roundId, events: 2 + UNITS * 40 };
};

const inFolder = async (act) => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-bench-'));
  const store = new SqliteEventStore(join(folder, 'events.sqlite'), new Clock());
  try {
    return await act(store);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const seconds = async (act) => {
  const started = performance.now();
  await act();
  return (performance.now() - started) / 1_000;
};

/** Counted anew each time: what was counted before is not looked at. */
const counted =
  (store, { roundId, events }) =>
  async () => {
    const numbers = new RoundNumbers(store, new CalledOf(store));
    const found = await numbers.of(roundId, { upTo: await store.last() }, DAY);
    if (found.numbers.events.count !== events) throw new Error(JSON.stringify(found.numbers.events));
    return found;
  };

const read =
  (store, { events }) =>
  async () => {
    let [seen, count] = ['', 0];
    for (const end = await store.last(); seen < end;) {
      const slice = await store.readAll(seen, COUNTED_STREAMS, 1_000);
      count += slice.events.length;
      seen = slice.upTo;
    }
    if (count !== events) throw new Error(`${count} of ${events} events`);
  };

const count = () =>
  inFolder(async (store) => {
    const round = await filled(store);
    const speed = (act) => async () => round.events / (await seconds(act));
    const result = await alternating(ROUNDS, {
      ours: speed(counted(store, round)),
      baseline: speed(read(store, round)),
    });
    return {
      what: `the report of a round of ${UNITS} units counted out of ${round.events.toLocaleString('en-US')} events, hash included (events/s), against reading them raw`,
      ...result,
      atLeast: 0.4,
    };
  });

const print = () =>
  inFolder(async (store) => {
    const round = await filled(store);
    const { numbers, sha256 } = await counted(store, round)();
    const names = { unit: (id) => `单位 ${id.slice(-6)}`, person: () => '' };
    const reading = new ReportReading({
      language: 'zh',
      numbers,
      sha256,
      report: undefined,
      names,
      severities: [],
    });
    const measured = [];
    for (let n = 0; n <= DOCUMENTS; n += 1)
      measured.push(
        1_000 * (await seconds(async () => [html(composed(reading)), await docx(composed(reading))])),
      );
    return {
      what: 'the same printed as a page and as a Word document (ms)',
      ours: summary(measured.slice(1)),
      atMost: 2_000,
    };
  });

export const figures = [count, print];

import { beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import { checklistPublished, publishChecklist } from '@redress/contracts/inspection/checklist.examples';
import type { DraftReport } from '@redress/contracts/inspection/write-report';
import {
  circulateReport,
  draftReport,
  issueReport,
  reportId,
} from '@redress/contracts/inspection/report.examples';
import { headJoined, teamFormed, teamId } from '@redress/contracts/inspection/team.examples';
import { visitSubmitted } from '@redress/contracts/inspection/visit.examples';
import type { Actor, Envelope } from '@redress/contracts/envelope';
import { type Event, type NewEvent, type Recorded } from '@redress/contracts/event';
import {
  auditor,
  envelope,
  inspector,
  lead,
  leadingGroup,
  officer,
  operator,
  stranger,
} from '@redress/contracts/rectification/people.examples';
import type { MessageId, Position, Sha256 } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { idAt, sampleLog } from '../count-round/log.examples.js';
import type { Directory } from '../organisation/directory.js';
import { CalledOf } from '../read-round/called-of.js';
import { RoundNumbers } from '../read-round/round-numbers.js';
import type { Standings } from '../visit/standings.js';
import { WriteReportHandler } from '../write-report/write-report.handler.js';
import { Writers } from '../write-report/writers.js';
import { ReadReportHandler } from './read-report.handler.js';

const { roundId } = draftReport;
const ref = { roundId, reportId };
const clock = new StoppedClock(envelope.happenedAt);
const named: readonly (readonly [string, Event])[] = [
  [`team-${teamId}`, teamFormed],
  [`team-${teamId}`, headJoined],
  [`checklist-${publishChecklist.checklistId}`, checklistPublished],
];

/** Knows everybody. */
const directory = { isKnown: () => Promise.resolve(true) } as unknown as Directory;

let store: InMemoryEventStore;
let reading: ReadReportHandler;
let writing: WriteReportHandler;

/** Events as they stand in another log, appended to this one. */
const appended = async (events: readonly (Pick<Recorded, 'stream'> & NewEvent)[]): Promise<void> => {
  for (const { stream, ...event } of events) {
    const { length } = await store.read(stream);
    await store.append(stream, [event], length - 1);
  }
};

const opened = async (log: readonly Recorded[]): Promise<void> => {
  store = new InMemoryEventStore(clock);
  const called = new CalledOf(store);
  const numbers = new RoundNumbers(store, called);
  reading = new ReadReportHandler(store, clock, numbers);
  const standings = {
    ofPlanner: ({ role }: Actor) => Promise.resolve({ part: role === 'inspection' ? 'head' : undefined }),
  };
  writing = new WriteReportHandler(
    store,
    clock,
    numbers,
    new Writers(standings as unknown as Standings),
    directory,
  );
  await appended(named.map(([stream, event], index) => fresh(stream, event, 100 + index)));
  await appended(log);
};

const fresh = (stream: string, event: Event, id: number) => ({
  ...event,
  ...envelope,
  version: 1,
  id: idAt(id),
  stream,
});

const by = (actor: Actor): Envelope => ({ ...envelope, actor, causationId: randomUUIDv7() as MessageId });

const issued = async (draft: Partial<DraftReport> = {}): Promise<void> => {
  await writing.draft({ ...draftReport, ...draft }, by(officer));
  const { sha256 } = (await reading.read(ref, officer)) as { readonly sha256: Sha256 };
  for (const actor of [officer, inspector]) await writing.sign({ ...ref, sha256 }, by(actor));
  expect(await writing.issue(issueReport, by(officer))).toHaveProperty('position');
};

/** Another visit is given back, and what was seen counts no more. */
const later = (event: Event) => fresh(sampleLog[11]?.stream ?? '', event, 200);
const { visitId, unit, kind, checklistId, checklistVersion } = visitSubmitted.data;
const about = { visitId, unit, kind, roundId, checklistId, checklistVersion };
const givenBack = later({
  type: 'VisitReopened',
  data: { ...about, entryId: idAt(300), reason: 'One answer is wrong' },
});

beforeEach(() => opened(sampleLog));

describe('an issued report', () => {
  beforeEach(() => issued());

  it('comes out of the log again, number by number', async () => {
    const { figures } = (await numbersOf(officer)).numbers;
    expect(await reading.check(ref, auditor)).toMatchObject({
      same: true,
      figures: figures.length,
      sameFigures: figures.length,
      changed: [],
      sameNotes: true,
      samePositions: true,
      hasLastEvent: true,
    });
  });

  it('is not changed by anything that happens later', async () => {
    const before = await numbersOf(officer);
    await appended([givenBack]);
    expect(await numbersOf(officer)).toEqual(before);
    expect(await reading.check(ref, auditor)).toMatchObject({ same: true });
    const now = await reading.readRound({ roundId }, officer);
    expect(now).toMatchObject({
      numbers: {
        figures: expect.arrayContaining([expect.objectContaining({ key: 'units-seen', value: 0 })]),
      },
    });
  });

  it('is known again in another store, where all stands elsewhere', async () => {
    const all = await everything();
    await opened([]);
    await appended([fresh('team-x', teamFormed, 400), ...all]);
    await appended([givenBack]);
    expect(await reading.check(ref, auditor)).toMatchObject({
      same: true,
      samePositions: false,
      hasLastEvent: true,
    });
  });

  it('is told from one that a log says otherwise, or that lacks an event', async () => {
    const all = await everything();
    await opened([]);
    const tampered = all.map((event) =>
      event.type === 'VisitSubmitted' ? { ...event, data: { ...event.data, failed: [] } } : event,
    );
    await appended(tampered);
    const told = await reading.check(ref, auditor);
    expect(told).toMatchObject({ same: false, hasLastEvent: true });
    const missing = ['item-failed', 'unit-failed'].map((key) => ({
      issued: expect.objectContaining({ key }),
    }));
    expect(told).toHaveProperty('changed', expect.arrayContaining(missing));
    await opened([]);
    await appended(all.filter(({ id }) => id !== idAt(sampleLog.length)));
    expect(await reading.check(ref, auditor)).toMatchObject({ same: false, hasLastEvent: false });
  });

  it('is seen by a unit once it was circulated to it', async () => {
    for (const ask of [
      () => reading.read(ref, lead),
      () => reading.readNumbers(ref, lead),
      () => reading.check(ref, lead),
    ])
      expect(await ask()).toEqual({ rejected: 'not-found' });
    await writing.circulate(circulateReport, by(officer));
    expect(await reading.read(ref, lead)).toMatchObject({ status: 'issued', number: issueReport.number });
    expect(await reading.readNumbers(ref, lead)).toHaveProperty('numbers');
    expect(await reading.check(ref, lead)).toMatchObject({ same: true });
    for (const actor of [stranger, operator, { role: 'submitter' }, { role: 'unit' }] as const)
      expect(await reading.read(ref, actor)).toEqual({ rejected: 'not-found' });
  });

  it('is circulated to all units of the round when none is named', async () => {
    await writing.circulate(ref, by(officer));
    for (const actor of [lead, stranger]) expect(await reading.read(ref, actor)).toHaveProperty('number');
  });
});

describe('a draft', () => {
  it('is seen by whoever sees everything, with its numbers, and by nobody else', async () => {
    await writing.draft(draftReport, by(inspector));
    for (const actor of [officer, inspector, auditor, leadingGroup]) {
      expect(await reading.read(ref, actor)).toMatchObject({ status: 'drafted', title: draftReport.title });
      expect(await reading.readNumbers(ref, actor)).toHaveProperty('sha256');
    }
    for (const actor of [lead, operator]) {
      expect(await reading.read(ref, actor)).toEqual({ rejected: 'not-found' });
      expect(await reading.readNumbers(ref, actor)).toEqual({ rejected: 'not-found' });
      expect(await reading.readRound({ roundId }, actor)).toEqual({ rejected: 'not-found' });
    }
    expect(await reading.check(ref, officer)).toEqual({ rejected: 'not-found' });
    expect(await reading.read({ ...ref, roundId: reportId as string as typeof roundId }, officer)).toEqual({
      rejected: 'not-found',
    });
  });

  it('has the numbers of a position in the past, when one is named', async () => {
    const { position } = (await everything())[11] ?? { position: '' as Position };
    await writing.draft({ ...draftReport, upTo: position }, by(officer));
    expect(await reading.read(ref, officer)).toMatchObject({ upTo: position });
    const { numbers } = await numbersOf(officer);
    expect(numbers.events.to <= position).toBe(true);
    const before = await writing.draft(
      { ...draftReport, upTo: '0000000000000001' as Position, title: 'x' },
      by(officer),
    );
    expect(before).toEqual({ rejected: 'before-it-was-planned' });
  });

  it('is written by the office or a head, of a round that there is', async () => {
    expect(await writing.draft(draftReport, by(auditor))).toEqual({ rejected: 'may-not-write-reports' });
    const elsewhere = { ...draftReport, roundId: reportId as string as typeof roundId };
    expect(await writing.draft(elsewhere, by(officer))).toEqual({ rejected: 'no-such-round' });
    expect(await writing.issue(issueReport, by(officer))).toEqual({ rejected: 'no-such-report' });
  });
});

const numbersOf = async (actor: Actor) => {
  const answer = await reading.readNumbers(ref, actor);
  if ('rejected' in answer) throw new Error(answer.rejected);
  return answer;
};
const everything = async () =>
  (
    await store.readAll(
      '' as Position,
      ['round-', 'visit-', 'finding-', 'practice-', 'interest-', 'report-', 'team-', 'checklist-'],
      100,
    )
  ).events;

import { beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import type { Act, ActScope, ListRecusalActs } from '@redress/contracts/inspection/recusal-acts';
import {
  findingCommented,
  findingIssued,
  findingRecorded,
} from '@redress/contracts/inspection/finding.examples';
import {
  inspectorsNamed,
  visitId,
  visitOpened,
  visitPlanned,
} from '@redress/contracts/inspection/visit.examples';
import type { Answer, Query } from '@redress/contracts/query';
import { FindActs } from '@redress/contracts/rectification/find-acts';
import {
  auditor,
  envelope,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  operator,
  strangeUnit,
} from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import type { CaseId, Day, Instant, MessageId, VisitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { findings } from '../finding/finding.js';
import { directoryOf } from '../organisation/small-directory.examples.js';
import { Recusals } from '../recusal/recusals.js';
import { visitList } from '../visit-list/visit-list.js';
import { visits } from '../visit/visit.js';
import { ActSources } from './act-sources.js';
import { findingPlaces } from './finding-places.js';
import { KnownNow } from './known-now.js';
import { RecusalActsHandler } from './recusal-acts.handler.js';

const clock = new StoppedClock('2026-03-22T08:00:00.000Z' as Instant);
const store = new InMemoryEventStore(clock);
const models = new InMemoryReadModels();
const { person } = inspector;
const otherVisit = '0190a5c4-6666-7aaa-8aaa-000000000079' as VisitId;
const visitOfFinding = '0190a5c4-6666-7aaa-8aaa-000000000078' as VisitId;
const ofFinding = '0190a5c4-1111-7aaa-8aaa-0000000000f9' as CaseId;
const ofTasks = '0190a5c4-1111-7aaa-8aaa-0000000000c9' as CaseId;

const onTask: Act = {
  act: 'verified',
  person,
  on: '2026-03-20' as Day,
  at: '2026-03-20T09:00:00.000Z' as Instant,
  recordedAt: '2026-03-20T09:00:00.000Z' as Instant,
  times: 1,
  units: [strangeUnit, leadUnit],
  caseId: ofTasks,
  taskId,
  known: { conflicts: [], overrides: [] },
};

/** A rectification with one act. */
class SmallRectification extends Services {
  constructor(private readonly isSilent: boolean) {
    super();
  }

  override send(): never {
    throw new Error('nobody commands rectification here');
  }

  override ask<Shape extends object, Reply extends object>(
    { subject }: Query<Shape, Reply>,
    body: Shape,
  ): Promise<Answer<Reply>> {
    if (subject !== FindActs.subject || this.isSilent) return Promise.resolve({ rejected: 'not-found' });
    const { tasks, caseId } = body as FindActs;
    const isAsked = tasks?.includes(taskId) ?? caseId === ofTasks;
    return Promise.resolve({ acts: isAsked ? [onTask] : [] } as unknown as Answer<Reply>);
  }
}

// The inspector left the unit of the first visit last month, which somebody recorded only now.
const left = {
  unit: leadUnit,
  above: [],
  from: '2020-01-01' as Day,
  until: '2026-02-28' as Day,
  heads: false,
};
const lines = [leadUnit, strangeUnit].map((unit) => ({ unit, above: [], from: '2020-01-01' as Day }));
const recusals = new Recusals(store, directoryOf({ people: { [person]: [left] }, lines }));
const handlerWith = (isSilent = false, rows = models) =>
  new RecusalActsHandler(
    store,
    rows,
    new ActSources(store, rows, new SmallRectification(isSilent), clock),
    new KnownNow(recusals),
  );

beforeAll(async () => {
  const visit = async (visitId: VisitId, change: object, on: string) => {
    const plan = having(visitPlanned, { visitId, on: on as Day, ...change });
    const events = [plan, having(inspectorsNamed, { visitId }), having(visitOpened, { visitId })];
    const causationId = visitId as string as MessageId;
    const correlationId = visitId as string as CaseId;
    const given = { ...envelope, actor: inspector, causationId, correlationId };
    await transact(store, visits, visitId, given, () => events);
  };
  await visit(visitId, {}, '2026-03-20');
  await visit(otherVisit, { unit: strangeUnit }, '2026-03-21');
  const about = { ...envelope, correlationId: ofFinding, causationId: ofFinding as string as MessageId };
  await transact(store, findings, findingRecorded.data.findingId, about, () => [
    having(findingRecorded, { visitId: visitOfFinding }),
    findingCommented,
    having(findingIssued, { taskId }),
  ]);
  for (const model of [visitList, findingPlaces])
    await rebuild(store, models, model as typeof visitList, new AbortController().signal);
});

const asked = async (query: ListRecusalActs, actor: Actor = auditor) => {
  const answer = await handlerWith().list(query, actor);
  return 'rejected' in answer ? answer.rejected : answer;
};
const { roundId } = visitPlanned.data;
const scope = (of: ActScope, id: string | undefined): ListRecusalActs => ({
  of,
  id: id as ListRecusalActs['id'],
});

it.each([
  ['visit', visitId, ['planned', 'named', 'opened']],
  ['case', visitId, ['planned', 'named', 'opened']],
  ['round', roundId, ['planned', 'named', 'opened', 'planned', 'named', 'opened']],
  ['task', taskId, ['verified']],
  ['case', ofTasks, ['verified']],
  ['case', ofFinding, ['finding-recorded', 'finding-issued', 'verified']],
  ['visit', visitOfFinding, ['finding-recorded', 'finding-issued', 'verified']],
  ['case', roundId, []],
  ['visit', roundId, []],
] as const)('tells who acted in a %s', async (of, id, acts) => {
  expect(await asked(scope(of, id))).toMatchObject({ rows: acts.map((act) => ({ act })) });
});

it('finds what nobody knew when they acted, as of that day', async () => {
  expect(await asked(scope('round', roundId))).toMatchObject({
    verdicts: { clear: 3, overridden: 0, 'not-known-then': 3, conflicted: 0 },
  });
  expect(await asked({ ...scope('round', roundId), only: 'conflicts' })).toMatchObject({
    verdicts: { clear: 3, 'not-known-then': 3 },
    rows: ['planned', 'named', 'opened'].map((act) => ({ act, visitId, verdict: 'not-known-then' })),
  });
  expect(await asked(scope('task', taskId))).toMatchObject({
    rows: [{ verdict: 'not-known-then', conflictsNow: [{ unit: leadUnit, until: '2026-02-28' }] }],
  });
});

it('has the acts of so many visits on a page', async () => {
  const page = async (cursor?: string) => {
    const answer = await asked({ ...scope('round', roundId), limit: 1, ...(cursor && { cursor }) });
    return typeof answer === 'string'
      ? { visits: answer }
      : { visits: answer.rows.map((act) => act.visitId), next: answer.next };
  };
  const first = await page();
  expect(first.visits).toEqual([visitId, visitId, visitId]);
  expect(await page(first.next)).toEqual({ visits: [otherVisit, otherVisit, otherVisit], next: undefined });
});

it('tells the office, the leading group and the auditor, and nobody else', async () => {
  for (const actor of [officer, leadingGroup, auditor])
    expect(await asked(scope('visit', visitId), actor)).toMatchObject({ verdicts: {} });
  for (const actor of [inspector, lead, operator])
    expect(await asked(scope('visit', visitId), actor)).toBe('not-found');
});

it('tells nothing by halves: while rectification is silent, or the list of visits behind', async () => {
  await expect(handlerWith(true).list(scope('task', taskId), auditor)).rejects.toThrow(ServiceUnavailable);
  const behind = handlerWith(false, new InMemoryReadModels());
  expect(await behind.list(scope('round', roundId), auditor)).toEqual({ rejected: 'not-yet' });
});

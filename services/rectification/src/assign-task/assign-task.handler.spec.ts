import { expect, it } from '@jest/globals';
import { streamOf } from '@redress/contracts/event';
import { begun, listed, resolved, taskClosed } from '@redress/contracts/rectification/issue.examples';
import type { AssignTask } from '@redress/contracts/rectification/assign-task';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { policyAdopted } from '@redress/contracts/rectification/policy.examples';
import { assign, issueId, otherIssueId, taskId } from '@redress/contracts/rectification/task.examples';
import type { CaseId, Instant, MessageId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { membershipsOf } from '../membership/memberships.examples.js';
import { issues } from '../issue/issue.js';
import { BOOK, policyBook } from '../policy/book.js';
import { Policies } from '../policy/policies.js';
import { policiesOf } from '../policy/policies.examples.js';
import { tasks } from '../task/task.js';
import { AssignTaskHandler } from './assign-task.handler.js';

const clock = new StoppedClock('2026-04-02T08:00:00.000Z' as Instant);
const ordered = { ...envelope, actor: officer };
const unnamed = ({ deadline: _, ...command }: AssignTask): AssignTask => command;
const caseOf = (digit: number): CaseId => `0190a5c4-2222-7aaa-8aaa-00000000000${String(digit)}` as CaseId;

const begin = async (
  ...missing: UnitId[]
): Promise<{ store: InMemoryEventStore; handler: AssignTaskHandler }> => {
  const store = new InMemoryEventStore(clock);
  await transact(store, issues, issueId, { ...envelope, correlationId: caseOf(1) }, () => [listed]);
  await transact(store, issues, otherIssueId, { ...envelope, correlationId: caseOf(2) }, () => [listed]);
  return { store, handler: new AssignTaskHandler(store, clock, membershipsOf({}, missing), policiesOf()) };
};

it('puts the task into the case of its first issue', async () => {
  const { store, handler } = await begin();
  expect(await handler.assign(assign, ordered)).toMatchObject({ revision: 0 });
  const [assigned] = await store.read(streamOf(tasks, taskId));
  expect(assigned).toMatchObject({ type: 'TaskAssigned', correlationId: caseOf(1), actor: officer });
});

it('looks at every issue before it assigns', async () => {
  const { store, handler } = await begin();
  const third = '0190a5c4-1111-7aaa-8aaa-000000000022' as typeof issueId;
  const onThree = { ...assign, issues: [issueId, otherIssueId, third] };
  expect(await handler.assign(onThree, ordered)).toEqual({ rejected: 'no-such-issue' });

  const later = { ...envelope, causationId: '0190a5c4-1111-7aaa-8aaa-000000000017' as MessageId };
  await transact(store, issues, otherIssueId, later, () => [begun, taskClosed, resolved]);
  expect(await handler.assign(assign, ordered)).toEqual({ rejected: 'issue-is-resolved' });
});

it('judges by the day on which it happened, where the organisation is', async () => {
  const { handler } = await begin();
  const afterMidnight = { ...ordered, happenedAt: '2026-03-31T16:00:00.000Z' as Instant };
  expect(await handler.assign(assign, afterMidnight)).toEqual({ rejected: 'deadline-before-assignment' });
  const before = { ...ordered, happenedAt: '2026-03-31T15:59:59.999Z' as Instant };
  expect(await handler.assign(assign, before)).toMatchObject({ revision: 0 });
});

it('judges by the policy that holds on that day, and by its figures', async () => {
  for (const [happenedAt, counted] of [
    ['2026-03-20T15:59:59.999Z', { workingDays: 30, policy: 'default 1' }],
    ['2026-03-20T16:00:00.000Z', { workingDays: 20, policy: 'policy 1' }],
  ] as const) {
    const { store } = await begin();
    await transact(store, policyBook, BOOK, envelope, () => [policyAdopted]);
    const handler = new AssignTaskHandler(store, clock, membershipsOf({}), new Policies(store));
    await handler.assign(unnamed(assign), { ...ordered, happenedAt: happenedAt as Instant });
    const [assigned] = await store.read(streamOf(tasks, taskId));
    expect(assigned?.data).toMatchObject({ deadlineBy: counted, returnBy: { policy: counted.policy } });
  }
});

it('asks the directory for the lead unit and for each that supports', async () => {
  const { handler } = await begin();
  expect(await handler.assign(assign, ordered)).toMatchObject({ revision: 0 });
  for (const unit of [assign.leadUnit, ...assign.supportingUnits]) {
    const { handler: without } = await begin(unit);
    expect(await without.assign(assign, ordered)).toEqual({ rejected: 'no-such-unit' });
  }
});

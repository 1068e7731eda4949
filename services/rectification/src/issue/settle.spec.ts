import { expect, it } from '@jest/globals';
import { versioned } from '@redress/contracts/event';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { begun, listed } from '@redress/contracts/rectification/issue.examples';
import { envelope } from '@redress/contracts/rectification/people.examples';
import { closed, issueId } from '@redress/contracts/rectification/task.examples';
import type { OpinionId, TaskId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { followTask } from '../follow-tasks/follow-tasks.js';
import { issues } from './issue.js';
import { MOST_OPINIONS } from './settle.js';

const taskAt = (n: number): TaskId => `0190a5c4-5555-7aaa-8aaa-${String(n).padStart(12, '0')}` as TaskId;
const opinionAt = (n: number): OpinionId =>
  `0190a5c4-6666-7aaa-8aaa-${String(n).padStart(12, '0')}` as OpinionId;

it('ends an issue of many opinions, and of many tasks with the longest outcomes, in events that can be stored', async () => {
  const crowd = Array.from({ length: MOST_OPINIONS }, (_, n) => opinionAt(n));
  const outcome = '整'.repeat(20_000);
  const history: readonly IssueEvent[] = [
    listed,
    ...crowd.map((opinionId): IssueEvent => ({ type: 'OpinionJoinedIssue', data: { issueId, opinionId } })),
    ...Array.from({ length: 20 }, (_, n) => having(begun, { taskId: taskAt(n) })),
  ];
  const store = new InMemoryEventStore(new Clock());
  await transact(store, issues, issueId, envelope, () => history);
  for (let n = 0; n < 20; n += 1) {
    const closing = followTask(issueId, having(closed, { taskId: taskAt(n), outcome }), 7);
    const causationId = taskAt(n) as string as typeof envelope.causationId;
    expect(await transact(store, issues, issueId, { ...envelope, causationId }, closing)).not.toHaveProperty(
      'rejected',
    );
  }
  const told = (await store.read(`issue-${issueId}`)).filter(({ type }) => type === 'IssueResolved');
  expect(told.map(({ data }) => (data['opinions'] as OpinionId[]).length)).toEqual([MOST_OPINIONS, 1]);
  expect(new Set(told.flatMap(({ data }) => data['opinions']))).toEqual(
    new Set([listed.data.opinionId, ...crowd]),
  );
});

it('reads a task from before the events said how the issue stands since', () => {
  const { taskId, taskRevision, title, units } = begun.data;
  const old = { issueId, taskId, taskRevision, title, units };
  expect(issues.lifts.TaskBegunOnIssue[0]?.(old)).toEqual(begun.data);
  expect(versioned(issues, begun).version).toBe(2);
});

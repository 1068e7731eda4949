import { beforeEach, expect, it } from '@jest/globals';
import { type Recorded, streamOf, versioned } from '@redress/contracts/event';
import { opinionEvents, type OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { listed, opinionId, otherOpinionId } from '@redress/contracts/rectification/issue.examples';
import { envelope } from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  assigned,
  closed,
  issueId,
  otherIssueId,
  reassigned,
  reopened,
  returned,
  taskId,
} from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CaseId, Instant, IssueId, MessageId, OpinionId, Position } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { transact } from '@redress/eventsourcing/transact';
import { issues } from '../issue/issue.js';
import { ListIssueReaction } from '../list-issue/list-issue.reaction.js';
import { tasks } from '../task/task.js';
import { FollowTasksReaction } from './follow-tasks.reaction.js';

let store: InMemoryEventStore;
let listing: ListIssueReaction;
let following: FollowTasksReaction;

beforeEach(() => {
  store = new InMemoryEventStore(new Clock());
  listing = new ListIssueReaction(store);
  following = new FollowTasksReaction(store);
});

const opinionListed = (opinion: OpinionId, issue: IssueId, id: string): Recorded => {
  const data = { ...listed.data, opinionId: opinion, issueId: issue };
  const event: OpinionEvent = { type: 'OpinionListed', data };
  return {
    ...envelope,
    ...versioned(opinionEvents, event),
    id: id as MessageId,
    correlationId: opinion as string as CaseId,
    stream: streamOf(opinionEvents, opinion),
    revision: 2,
    position: '3' as Position,
    recordedAt: '2026-03-20T08:00:01.000Z' as Instant,
  };
};

const typesOf = async (issue: IssueId): Promise<readonly string[]> =>
  (await store.read(streamOf(issues, issue))).map(({ type }) => type);

const bothListed = async (): Promise<void> => {
  await listing.react(opinionListed(opinionId, issueId, 'a'));
  await listing.react(opinionListed(otherOpinionId, otherIssueId, 'b'));
};

/** What the task's stream holds after these events, each in a command of its own. */
const happened = async (...events: readonly TaskEvent[]): Promise<readonly Recorded[]> => {
  for (const [index, event] of events.entries()) {
    const causationId = `cause ${String(index)}` as MessageId;
    await transact(store, tasks, taskId, { ...envelope, causationId }, () => [event]);
  }
  return store.read(streamOf(tasks, taskId));
};

it('a listed opinion puts the issue on the books in its own case, at its own moment, by the system', async () => {
  const event = opinionListed(opinionId, issueId, 'a');
  await listing.react(event);
  await listing.react(event);
  const recorded = await store.read(streamOf(issues, issueId));
  expect(recorded).toMatchObject([
    {
      type: 'IssueListed',
      data: { ...listed.data, listedBy: envelope.actor.person },
      actor: { role: 'system' },
      correlationId: opinionId,
      causationId: 'a',
      happenedAt: event.happenedAt,
    },
  ]);
});

it('an opinion joins an issue of another, in the case of the first', async () => {
  await listing.react(opinionListed(opinionId, issueId, 'a'));
  for (const id of ['b', 'b', 'c']) await listing.react(opinionListed(otherOpinionId, issueId, id));
  expect(await store.read(streamOf(issues, issueId))).toMatchObject([
    { type: 'IssueListed' },
    { type: 'OpinionJoinedIssue', correlationId: opinionId },
  ]);
});

it('a task is followed on each of its issues, to the end and back, each event delivered twice', async () => {
  await bothListed();
  for (const event of await happened(assigned, returned, reassigned, accepted, closed, reopened)) {
    await following.react(event);
    await following.react(event);
  }
  for (const issue of [issueId, otherIssueId])
    expect(await typesOf(issue)).toEqual([
      'IssueListed',
      'TaskBegunOnIssue',
      'TaskReassignedOnIssue',
      'TaskClosedOnIssue',
      'IssueResolved',
      'TaskReopenedOnIssue',
      'IssueReopened',
    ]);
});

it('the whole past once more changes nothing, nor does a closing that was long taken back', async () => {
  await bothListed();
  const past = await happened(assigned, accepted, closed, reopened);
  for (const event of past) await following.react(event);
  const before = await typesOf(issueId);
  for (const event of past) await following.react({ ...event, id: `${event.id} again` as MessageId });
  expect(await typesOf(issueId)).toEqual(before);
});

it('a closing that comes after the reopening does not close', async () => {
  await bothListed();
  const [begin, , close, reopen] = (await happened(assigned, accepted, closed, reopened)) as [
    Recorded,
    Recorded,
    Recorded,
    Recorded,
  ];
  for (const event of [begin, reopen, close]) await following.react(event);
  expect(await typesOf(issueId)).toEqual(['IssueListed', 'TaskBegunOnIssue', 'TaskReopenedOnIssue']);
});

it('a task on an issue that is not on the books is a fault, and is tried again', async () => {
  await listing.react(opinionListed(opinionId, issueId, 'a'));
  const [event] = (await happened(assigned)) as [Recorded];
  await expect(following.react(event)).rejects.toThrow('no-such-issue');
  await listing.react(opinionListed(otherOpinionId, otherIssueId, 'b'));
  await following.react(event);
  for (const issue of [issueId, otherIssueId])
    expect(await typesOf(issue)).toEqual(['IssueListed', 'TaskBegunOnIssue']);
});

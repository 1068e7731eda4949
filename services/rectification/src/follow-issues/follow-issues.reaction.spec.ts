import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  joined,
  listed,
  merge,
  merged,
  newIssueId,
  opinionId,
  otherOpinionId,
  resolved,
  split,
  taskClosed,
  unmerge,
} from '@redress/contracts/rectification/issue.examples';
import { envelope, officer } from '@redress/contracts/rectification/people.examples';
import { assigned, closed, issueId, otherIssueId } from '@redress/contracts/rectification/task.examples';
import type { IssueId, MessageId, OpinionId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { followTask } from '../follow-tasks/follow-tasks.js';
import { opinionsOf } from '../issue/belongings.js';
import { issues, type ListedIssue } from '../issue/issue.js';
import { mergeIssue, unmergeIssue } from '../merge-issue/merge-issue.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { splitIssue } from '../split-issue/split-issue.js';
import { FollowIssuesReaction } from './follow-issues.reaction.js';

type Decide = Parameters<typeof transact<(typeof issues)['initial'], IssueEvent, string>>[4];

/** Lets something else happen right after the next append. */
class Interrupted extends InMemoryEventStore {
  meanwhile: (() => Promise<unknown>) | undefined;

  override async append(...args: Parameters<InMemoryEventStore['append']>) {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    const written = await super.append(...args);
    await meanwhile?.();
    return written;
  }
}

let store: Interrupted;
let reaction: FollowIssuesReaction;
const third = '0190a5c4-1111-7aaa-8aaa-000000000093' as IssueId;
const thirdOpinion = '0190a5c4-1111-7aaa-8aaa-000000000028' as OpinionId;
const opinions = {
  [issueId]: opinionId,
  [otherIssueId]: otherOpinionId,
  [third]: thirdOpinion,
};

beforeEach(async () => {
  store = new Interrupted(new Clock());
  reaction = new FollowIssuesReaction(store);
  for (const [id, opinion] of Object.entries(opinions))
    await happens(id as IssueId, () => [
      { ...listed, data: { ...listed.data, issueId: id as IssueId, opinionId: opinion } },
    ]);
});

/** Something happens to an issue; answered is the last event as it was recorded. */
const happens = async (id: IssueId, decide: Decide): Promise<Recorded> => {
  const causationId = randomUUID() as string as MessageId;
  expect(await transact(store, issues, id, { ...envelope, causationId }, decide)).not.toHaveProperty(
    'rejected',
  );
  return last(id);
};
const last = async (id: IssueId): Promise<Recorded> =>
  (await store.read(`issue-${id}`)).at(-1) ?? Promise.reject(new Error('nothing happened'));
const typesOf = async (id: IssueId) => (await store.read(`issue-${id}`)).map(({ type }) => type);
const issue = async (id: IssueId) => (await load(store, issues, id)) as ListedIssue;
const belonging = async (id: IssueId) => opinionsOf(await issue(id));
const twice = async (event: Recorded): Promise<void> => {
  await reaction.react(event);
  await reaction.react(event);
};

const merges = async (id: IssueId, into: IssueId): Promise<Recorded> => {
  const target = await load(store, issues, into);
  return happens(id, mergeIssue({ ...merge, issueId: id, into }, officer, target));
};
const unmerges = (id: IssueId): Promise<Recorded> =>
  happens(id, unmergeIssue({ ...unmerge, issueId: id }, officer));

describe('a merging', () => {
  it('goes to the target and back, however often it is heard of', async () => {
    await twice(await merges(issueId, otherIssueId));
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId, opinionId]);
    expect((await last(otherIssueId)).actor).toEqual({ role: 'system' });
    await twice(await unmerges(issueId));
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId]);
    expect(await belonging(issueId)).toEqual([opinionId]);
    expect(await typesOf(otherIssueId)).toEqual(['IssueListed', 'IssueTakenIn', 'IssueGivenBack']);
  });

  it('takes along what comes to the source later, opinions and tasks', async () => {
    await reaction.react(await merges(issueId, otherIssueId));
    const more = { ...joined, data: { ...joined.data, opinionId: thirdOpinion } };
    await twice(await happens(issueId, () => [more]));
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId, opinionId, thirdOpinion]);
    await twice(await happens(issueId, followTask(issueId, assigned, 0)));
    await twice(await happens(issueId, followTask(issueId, closed, 7)));
    expect(await typesOf(otherIssueId)).toEqual([
      'IssueListed',
      ...['IssueTakenIn', 'IssueTakenIn', 'IssueTakenIn', 'IssueTakenIn'],
      'IssueResolved',
    ]);
    expect(await typesOf(issueId)).not.toContain('IssueResolved');
  });

  it('is no other when its news is heard in another order', async () => {
    const into = await merges(issueId, otherIssueId);
    const out = await unmerges(issueId);
    for (const event of [out, into, out]) await reaction.react(event);
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId]);
    const again = await merges(issueId, otherIssueId);
    for (const event of [again, out, into]) await reaction.react(event);
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId, opinionId]);
  });

  it('goes to another target after it was taken back', async () => {
    const events = [
      await merges(issueId, otherIssueId),
      await unmerges(issueId),
      await merges(issueId, third),
    ];
    for (const event of events) await twice(event);
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId]);
    expect(await belonging(third)).toEqual([thirdOpinion, opinionId]);
  });

  it('is followed as it is by then when it changed while it was followed', async () => {
    const event = await merges(issueId, otherIssueId);
    store.meanwhile = () => unmerges(issueId);
    await reaction.react(event);
    expect(await belonging(otherIssueId)).toEqual([otherOpinionId]);
  });

  it('concerns nobody else when nothing is merged', async () => {
    await reaction.react(await happens(issueId, () => [joined]));
    await reaction.react(await happens(issueId, () => [begun, taskClosed, resolved]));
    for (const id of [otherIssueId, third]) expect(await typesOf(id)).toEqual(['IssueListed']);
  });
});

describe('of mergings that did not know of each other', () => {
  const behindTheBack = (id: IssueId, into: IssueId) =>
    happens(id, () => [{ ...merged, data: { ...merged.data, issueId: id, into } }]);

  it('no ring is left', async () => {
    const events = [await behindTheBack(issueId, otherIssueId), await behindTheBack(otherIssueId, issueId)];
    for (const event of events) await twice(event);
    for (const id of [issueId, otherIssueId]) {
      const undone = (await store.read(`issue-${id}`)).filter(({ type }) => type === 'IssueUnmerged');
      for (const event of undone) await twice(event);
    }
    expect([await issue(issueId), await issue(otherIssueId)]).toMatchObject([
      { status: 'listed', sources: [{ isHere: true, opinions: [otherOpinionId] }] },
      { status: 'merged' },
    ]);
  });

  it('no chain is left, whichever was heard of first', async () => {
    const first = await behindTheBack(issueId, otherIssueId);
    const second = await behindTheBack(otherIssueId, third);
    for (const event of [first, second, first]) await reaction.react(event);
    expect(await issue(issueId)).toMatchObject({ status: 'listed' });
    expect(await last(issueId)).toMatchObject({
      type: 'IssueUnmerged',
      actor: { role: 'system' },
      data: { from: otherIssueId, reason: 'the other issue was merged itself' },
    });
    expect(await belonging(third)).toEqual([thirdOpinion, otherOpinionId]);
  });

  it('a newer one is not undone for an older', async () => {
    const first = await behindTheBack(issueId, otherIssueId);
    await behindTheBack(otherIssueId, third);
    await unmerges(issueId);
    await merges(issueId, third);
    await twice(first);
    expect(await issue(issueId)).toMatchObject({ merging: { into: third } });
  });
});

it('a splitting puts the new issue on the books, in the case of the old one', async () => {
  await happens(issueId, () => [joined]);
  const around = { isTaken: false, severities: DEFAULT_POLICY.severities };
  await twice(await happens(issueId, splitIssue(split, officer, around)));
  expect(await belonging(issueId)).toEqual([opinionId]);
  expect(await belonging(newIssueId)).toEqual([otherOpinionId, opinionId]);
  const [first] = await store.read(`issue-${newIssueId}`);
  expect(first).toMatchObject({ type: 'IssueSplitOff', correlationId: envelope.correlationId });
  await twice(await merges(newIssueId, issueId));
  expect(await belonging(issueId)).toEqual([opinionId, otherOpinionId]);
});

it('is tried again while the target is not on the books', async () => {
  const nobodys = '0190a5c4-1111-7aaa-8aaa-000000000094' as IssueId;
  const event = await happens(issueId, () => [{ ...merged, data: { ...merged.data, into: nobodys } }]);
  await expect(reaction.react(event)).rejects.toThrow('no-such-issue');
});

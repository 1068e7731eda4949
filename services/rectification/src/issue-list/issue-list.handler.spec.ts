import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { begun, listed, resolved, taskClosed } from '@redress/contracts/rectification/issue.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { ReadIssueList } from '@redress/contracts/rectification/issue-list';
import {
  envelope,
  lead,
  officer,
  operator,
  stranger,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import { issueId, otherIssueId } from '@redress/contracts/rectification/task.examples';
import type { IssueId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { issues } from '../issue/issue.js';
import { issueList } from './issue-list.js';
import { IssueListHandler } from './issue-list.handler.js';

const other = having<IssueEvent & { type: 'IssueListed' }>(listed, {
  issueId: otherIssueId,
  title: 'Dark yard',
  problem: 'The lamp is broken',
  topic: 'safety',
  severity: 'serious',
});

let handler: IssueListHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(new Clock());
  const models = new InMemoryReadModels();
  handler = new IssueListHandler(models);
  const streams: readonly (readonly IssueEvent[])[] = [[listed, begun, taskClosed, resolved], [other]];
  for (const events of streams)
    await transact(store, issues, events[0]?.data.issueId ?? '', envelope, () => events);
  await rebuild(store, models, issueList, new AbortController().signal);
});

const found = async (query: ReadIssueList, actor: Actor): Promise<readonly IssueId[] | string> => {
  const answer = await handler.readIssueList(query, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

describe('an issue', () => {
  it('is seen by the office, and by the units of its tasks', async () => {
    expect(await found({}, officer)).toEqual([issueId, otherIssueId]);
    for (const actor of [lead, supporter]) {
      expect(await found({}, actor)).toEqual([issueId]);
      expect(await handler.readIssue({ issueId }, actor)).toMatchObject({ status: 'resolved', revision: 3 });
      expect(await handler.readIssue({ issueId: otherIssueId }, actor)).toEqual({ rejected: 'not-found' });
    }
  });

  it('is seen by no other', async () => {
    expect(await found({}, stranger)).toEqual([]);
    expect(await found({}, operator)).toBe('not-found');
    for (const actor of [stranger, operator])
      expect(await handler.readIssue({ issueId }, actor)).toEqual({ rejected: 'not-found' });
  });

  it.each<[ReadIssueList, readonly IssueId[]]>([
    [{ status: 'listed' }, [otherIssueId]],
    [{ topic: 'housing' }, [issueId]],
    [{ severity: 'serious' }, [otherIssueId]],
    [{ text: '水房' }, [issueId]],
    [{ sort: 'changedAt', order: 'desc' }, [otherIssueId, issueId]],
  ])('is found by %j', async (query, ids) => {
    expect(await found(query, officer)).toEqual(ids);
  });
});

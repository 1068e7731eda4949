import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { begun, listed, resolved, taskClosed } from '@redress/contracts/rectification/issue.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import type { ReadIssueFacets, ReadIssueList } from '@redress/contracts/rectification/issue-list';
import {
  envelope,
  lead,
  leadUnit,
  officer,
  operator,
  stranger,
  supporter,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import { issueId, otherIssueId } from '@redress/contracts/rectification/task.examples';
import type { Day, Instant, IssueId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
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
  channel: 'talk',
});
const clock = new StoppedClock('2026-03-20T08:00:00.000Z' as Instant);

let handler: IssueListHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(clock);
  const models = new InMemoryReadModels();
  handler = new IssueListHandler(models, clock);
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
    [{ unit: leadUnit }, [issueId]],
    [{ channel: 'talk' }, [otherIssueId]],
    [{ listedFrom: '2026-03-20' as Day, listedTo: '2026-03-20' as Day }, [issueId, otherIssueId]],
    [{ listedFrom: '2026-03-21' as Day }, []],
    [{ listedTo: '2026-03-19' as Day }, []],
    [{ sort: 'changedAt', order: 'desc' }, [otherIssueId, issueId]],
  ])('is found by %j', async (query, ids) => {
    expect(await found(query, officer)).toEqual(ids);
  });

  it('is counted by each of its values, as far as the asker sees it', async () => {
    const counted = (query: ReadIssueFacets, actor: Actor) => handler.readFacets(query, actor);
    expect(await counted({}, officer)).toEqual({
      issues: 2,
      status: [
        { value: 'listed', issues: 1 },
        { value: 'resolved', issues: 1 },
      ],
      topic: [
        { value: 'housing', issues: 1 },
        { value: 'safety', issues: 1 },
      ],
      severity: [
        { value: 'ordinary', issues: 1 },
        { value: 'serious', issues: 1 },
      ],
      channel: [
        { value: 'hotline', issues: 1 },
        { value: 'talk', issues: 1 },
      ],
      units: [
        { value: leadUnit, issues: 1 },
        { value: supportingUnit, issues: 1 },
        { value: null, issues: 1 },
      ],
    });
    expect(await counted({}, lead)).toMatchObject({ issues: 1, topic: [{ value: 'housing', issues: 1 }] });
    expect(await counted({ unit: supportingUnit }, stranger)).toMatchObject({ issues: 0, units: [] });
    expect(await counted({ text: 'lamp' }, officer)).toMatchObject({ issues: 1 });
    expect(await counted({}, operator)).toEqual({ rejected: 'not-found' });
  });
});

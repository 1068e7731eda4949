import { expect, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  givenBack,
  listed,
  opinionId,
  otherOpinionId,
  takenIn,
} from '@redress/contracts/rectification/issue.examples';
import { otherIssueId, taskId } from '@redress/contracts/rectification/task.examples';
import type { OpinionId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { opinionsOf, tasksOf } from './belongings.js';
import { issues, type ListedIssue } from './issue.js';
import { sourceIn } from './sources.js';

const after = (...events: readonly IssueEvent[]) =>
  events.reduce(issues.evolve, issues.initial) as ListedIssue;
type TakenIn = Extract<IssueEvent, { type: 'IssueTakenIn' }>;

it('of many opinions that are given back in turns, those that are still to come stay until then', () => {
  const third = '0190a5c4-1111-7aaa-8aaa-000000000088' as OpinionId;
  const crowd = having<TakenIn>(takenIn, { opinions: [otherOpinionId, third] });
  const between = after(listed, crowd, givenBack);
  expect(opinionsOf(between)).toEqual([opinionId, third]);
  expect(sourceIn(between.sources, otherIssueId)).toEqual({
    id: otherIssueId,
    isHere: false,
    revision: givenBack.data.sourceRevision,
    opinions: [third],
    tasks: [],
    units: [],
  });
});

it('a task that is known as well from an issue that was merged into this one counts once', () => {
  const asKnown = having<TakenIn>(takenIn, { tasks: [{ taskId, taskRevision: begun.data.taskRevision }] });
  expect(tasksOf(after(listed, begun, asKnown)).map(({ id }) => id)).toEqual([taskId]);
});

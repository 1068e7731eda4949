import { describe, expect, it } from '@jest/globals';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import {
  begun,
  givenBack,
  issueReopened,
  joined,
  listed,
  merged,
  otherOpinionId,
  otherTaskId,
  resolved,
  takenIn,
  taskClosed,
  unmerged,
} from '@redress/contracts/rectification/issue.examples';
import { leadUnit, strangeUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import { issueId, otherIssueId, taskId } from '@redress/contracts/rectification/task.examples';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues, type ListedIssue } from '../issue/issue.js';
import { MOST_OPINIONS } from '../issue/settle.js';
import { giveBack, takeIn } from './follow-source.js';

const { given } = specFor(issues);
type E<Type extends IssueEvent['type']> = Extract<IssueEvent, { type: Type }>;
const taken = (change: Partial<E<'IssueTakenIn'>['data']>) => having<E<'IssueTakenIn'>>(takenIn, change);
const back = (change: Partial<E<'IssueGivenBack'>['data']>) => having<E<'IssueGivenBack'>>(givenBack, change);
const reopened = (change: Partial<E<'IssueReopened'>['data']>) =>
  having<E<'IssueReopened'>>(issueReopened, change);

/** The source, after these; it was listed by the other opinion, and its task is the other one. */
const sourceAfter = (...events: readonly IssueEvent[]) =>
  events.reduce(
    issues.evolve,
    issues.evolve(issues.initial, having(listed, { opinionId: otherOpinionId })),
  ) as ListedIssue;
const otherBegun = having(begun, { taskId: otherTaskId });
const giving = giveBack(issueId, otherIssueId, sourceAfter(merged, unmerged));
const units = [leadUnit, supportingUnit];
const open = { taskId: otherTaskId, taskRevision: 0 };
const done = { taskId: otherTaskId, taskRevision: 7, outcome: 'The cellar is dry' };
const ended = [listed, begun, taskClosed, resolved] as const;

describe('an issue gives back what is on its own again', () => {
  it('with all that came with it', () => {
    given(listed, takenIn).when(giving).yields(givenBack);
    given(listed, begun, taken({ tasks: [open], units: [...units, strangeUnit], stands: 'in-hand' }))
      .when(giving)
      .yields(back({ tasks: [otherTaskId], units: [strangeUnit], stands: 'in-hand' }));
  });

  it('but keeps what it has by another way as well', () => {
    given(listed, joined, begun, taken({ tasks: [{ taskId, taskRevision: 0 }], units, stands: 'in-hand' }))
      .when(giving)
      .yields(back({ staying: [otherOpinionId], stands: 'in-hand' }));
    const third = '0190a5c4-1111-7aaa-8aaa-000000000077' as IssueId;
    const same = { tasks: [open], units, stands: 'in-hand' } as const;
    given(listed, taken({ ...same, tasks: [open] }), taken({ ...same, tasks: [open], source: third }))
      .when(giving)
      .yields(back({ staying: [otherOpinionId], stands: 'in-hand' }));
  });

  it('and is resolved when only those tasks were left', () => {
    given(
      listed,
      begun,
      taken({ tasks: [open], stands: 'in-hand' }),
      having<E<'TaskClosedOnIssue'>>(taskClosed, { stands: 'in-hand' }),
    )
      .when(giving)
      .yields(back({ tasks: [otherTaskId], stands: 'resolved' }), resolved);
  });

  it('and tells those who stay when the outcome is another without it, or there is none', () => {
    given(...ended, taken({ tasks: [done], stands: 'resolved' }))
      .when(giving)
      .yields(back({ tasks: [otherTaskId], stands: 'resolved' }), resolved);
    given(listed, taken({ tasks: [done], stands: 'resolved' }))
      .when(giving)
      .yields(
        back({ tasks: [otherTaskId], stands: 'listed' }),
        reopened({ reason: givenBack.data.reason, stands: 'listed' }),
      );
    given(...ended, taken({ stands: 'resolved' }))
      .when(giving)
      .yields(back({ stands: 'resolved' }));
  });

  it('once, and only what it has', () => {
    given(listed).when(giving).changesNothing();
    given(listed, takenIn, givenBack).when(giving).changesNothing();
    given(listed, taken({ sourceRevision: 7 }))
      .when(giving)
      .changesNothing();
    given(listed, takenIn)
      .when(giveBack(issueId, otherIssueId, sourceAfter()))
      .changesNothing();
    given().when(giving).isRejected('no-such-issue');
  });
});

it('names more opinions than one event may hold in several', () => {
  const many = Array.from(
    { length: MOST_OPINIONS + 1 },
    (_, n) => `0190a5c4-4444-7aaa-8aaa-${String(n).padStart(12, '0')}` as OpinionId,
  );
  const crowd = { ...sourceAfter(otherBegun, merged), opinions: many, merging: merged.data };
  const target = issues.evolve(issues.initial, listed);
  const decided = takeIn(issueId, otherIssueId, crowd)(target) as readonly E<'IssueTakenIn'>[];
  expect(decided.map(({ data }) => [data.opinions.length, data.tasks.length])).toEqual([
    [MOST_OPINIONS, 1],
    [1, 0],
  ]);
  const after = decided.reduce(issues.evolve, target);
  const returned = giveBack(
    issueId,
    otherIssueId,
    sourceAfter(otherBegun, merged, unmerged),
  )(after) as readonly E<'IssueGivenBack'>[];
  expect(returned.flatMap(({ data }) => data.opinions)).toEqual(many);
  expect(returned.length).toBe(2);
  expect(returned.reduce(issues.evolve, after)).toMatchObject({
    status: 'listed',
    sources: [{ opinions: [] }],
  });
});

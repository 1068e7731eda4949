import { describe, expect, it } from '@jest/globals';
import { findingIssued } from '@redress/contracts/inspection/finding.examples';
import {
  assignedFromFinding,
  findingNotListed,
  listedFromFinding,
} from '@redress/contracts/rectification/from-finding.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { listed, merged, joined } from '@redress/contracts/rectification/issue.examples';
import { leadUnit, supportingUnit, today, tomorrow } from '@redress/contracts/rectification/people.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { type Issue, issues } from '../issue/issue.js';
import { standards } from '../policy/standards.examples.js';
import { tasks } from '../task/task.js';
import { assignAsListed, type Ground, type IssuedFinding, listFinding } from './list-finding.js';

const { given } = specFor(issues);
const issued = findingIssued.data;
const undated = (({ deadline: _, ...rest }: IssuedFinding) => rest)(issued);
const ground: Ground = { today, there: [leadUnit, supportingUnit], standards, isTaskTaken: false };
const after = (...events: readonly IssueEvent[]) => events.reduce<Issue>(issues.evolve, issues.initial);

describe('what inspection issues', () => {
  it('goes on the books with its task, and no second time', () => {
    given().when(listFinding(issued, ground)).yields(listedFromFinding);
    given(findingNotListed).when(listFinding(issued, ground)).yields(listedFromFinding);
    given(listedFromFinding)
      .when(listFinding(issued, { ...ground, there: [] }))
      .changesNothing();
    given(listedFromFinding, merged).when(listFinding(issued, ground)).changesNothing();
  });

  it('has a deadline by the working days of its type, where none is named', () => {
    const [event] = listFinding(undated, ground)(issues.initial);
    const deadlineBy = { workingDays: 30, from: today };
    expect(event).toMatchObject({ data: { task: { deadline: '2026-05-01', deadlineBy } } });
  });

  it.each<[string, IssuedFinding, Partial<Ground>]>([
    ['no-such-unit', issued, { there: [leadUnit] }],
    ['no-such-severity', { ...issued, severity: 'grave' }, {}],
    ['no-such-task-type', { ...issued, taskType: 'urgent' }, {}],
    ['lead-unit-also-supports', { ...issued, supportingUnits: [leadUnit] }, {}],
    ['deadline-before-assignment', { ...issued, deadline: today }, { today: tomorrow }],
    ['deadline-needed', { ...undated, taskType: 'ongoing' }, {}],
    ['id-is-taken', issued, { isTaskTaken: true }],
  ])('is not listed, and told %s', (reason, finding, change) => {
    const told = { ...findingNotListed.data, reason } as typeof findingNotListed.data;
    expect(listFinding(finding, { ...ground, ...change })(issues.initial)).toEqual([
      { type: 'FindingNotListed', data: told },
    ]);
  });

  it('is not listed under the id of another issue', () => {
    const taken = { ...findingNotListed, data: { ...findingNotListed.data, reason: 'id-is-taken' as const } };
    expect(listFinding(issued, ground)(after(listed))).toEqual([taken]);
  });
});

it('its task is assigned as it was listed, once', () => {
  const { given: task } = specFor(tasks);
  task().when(assignAsListed(listedFromFinding.data.task)).yields(assignedFromFinding);
  task(assigned).when(assignAsListed(listedFromFinding.data.task)).changesNothing();
});

it('an issue knows its finding, its authors and the revision of its stream, whatever was refused before', () => {
  const issue = after(findingNotListed, findingNotListed, listedFromFinding, joined);
  const { findingId, authors } = listedFromFinding.data;
  expect(issue).toMatchObject({ status: 'listed', revision: 3, authors, finding: { findingId } });
  expect(after(findingNotListed)).toEqual({ status: 'unlisted', notListed: 1 });
  expect(after(listed, findingNotListed)).toMatchObject({ status: 'listed', revision: 1 });
});

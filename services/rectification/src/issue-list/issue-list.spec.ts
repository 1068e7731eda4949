import { expect, it } from '@jest/globals';
import {
  begun,
  issueReopened,
  joined,
  listed,
  opinionId,
  otherOpinionId,
  resolved,
  taskClosed,
  taskReassigned,
  taskReopened,
} from '@redress/contracts/rectification/issue.examples';
import { leadUnit, strangeUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import { taskId } from '@redress/contracts/rectification/task.examples';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { issueList } from './issue-list.js';

const at = METADATA.happenedAt;
const toResolution = [listed, joined, begun, taskClosed, resolved] as const;

it('shows an issue with all who spoke of it', () => {
  const { issueId: id, title, problem, topic, severity } = listed.data;
  expect(rowsAfter(issueList, listed, joined)).toMatchObject([
    {
      id,
      caseId: METADATA.correlationId,
      revision: 1,
      title,
      problem,
      topic,
      severity,
      status: 'listed',
      opinions: { [opinionId]: { at }, [otherOpinionId]: { at } },
      tasks: {},
      units: {},
      listedAt: at,
      changedAt: at,
    },
  ]);
});

it('shows its tasks, and whom they concern', () => {
  expect(rowsAfter(issueList, listed, begun)).toMatchObject([
    {
      status: 'in-hand',
      tasks: { [taskId]: { status: 'open', at } },
      units: { [leadUnit]: true, [supportingUnit]: true },
    },
  ]);
  expect(rowsAfter(issueList, listed, begun, taskClosed)).toMatchObject([
    { status: 'in-hand', tasks: { [taskId]: { status: 'closed', at } } },
  ]);
});

it('is seen by the units to which a returned task went, as well', () => {
  expect(rowsAfter(issueList, listed, begun, taskReassigned)).toMatchObject([
    {
      status: 'in-hand',
      tasks: { [taskId]: { status: 'open', at } },
      units: { [leadUnit]: true, [strangeUnit]: true, [supportingUnit]: true },
    },
  ]);
});

it('shows what came of it, as long as that holds', () => {
  const { outcome } = resolved.data;
  expect(rowsAfter(issueList, ...toResolution)).toMatchObject([
    { status: 'resolved', resolvedAt: at, outcome },
  ]);
  const [row] = rowsAfter(issueList, ...toResolution, taskReopened, issueReopened);
  expect(row).toMatchObject({ status: 'in-hand', tasks: { [taskId]: { status: 'open' } } });
  expect(row).not.toHaveProperty('resolvedAt');
  expect(row).not.toHaveProperty('outcome');
});

it('stands at the revision of the last event, whichever that is', () => {
  const way = [...toResolution, taskReopened, issueReopened, taskReassigned];
  for (const index of way.keys())
    expect(rowsAfter(issueList, ...way.slice(0, index + 1))).toMatchObject([{ revision: index }]);
});

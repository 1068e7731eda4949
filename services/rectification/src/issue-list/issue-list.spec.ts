import { listedFromFinding } from '@redress/contracts/rectification/from-finding.examples';
import { expect, it } from '@jest/globals';
import {
  begun,
  givenBack,
  issueReopened,
  issueSplit,
  joined,
  listed,
  merged,
  newIssueId,
  opinionId,
  otherOpinionId,
  otherTaskId,
  resolved,
  splitOff,
  takenIn,
  taskClosed,
  taskReassigned,
  taskReopened,
  unmerged,
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
    { status: 'resolved', tasks: { [taskId]: { status: 'closed', at } } },
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
  expect(rowsAfter(issueList, listed, taskReassigned)).toMatchObject([
    { tasks: { [taskId]: { status: 'open', at } } },
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

it('shows under which other issue it is dealt with, until that is taken back', () => {
  const [row] = rowsAfter(issueList, listed, begun, merged);
  expect(row).toMatchObject({ status: 'merged', mergedInto: merged.data.into });
  const whileMerged = { ...taskClosed, data: { ...taskClosed.data, stands: 'merged' as const } };
  expect(rowsAfter(issueList, listed, begun, merged, whileMerged)).toMatchObject([{ status: 'merged' }]);
  const [again] = rowsAfter(issueList, listed, merged, unmerged);
  expect(again).toMatchObject({ status: 'listed' });
  expect(again).not.toHaveProperty('mergedInto');
});

it('shows what it took in as its own, and no more when it was given back', () => {
  const { source } = takenIn.data;
  const tasks = [
    { taskId, taskRevision: 0 },
    { taskId: otherTaskId, taskRevision: 7, outcome: 'It is dry' },
  ];
  const more = {
    ...takenIn,
    data: { ...takenIn.data, tasks, units: [leadUnit], stands: 'in-hand' as const },
  };
  expect(rowsAfter(issueList, listed, more)).toMatchObject([
    {
      status: 'in-hand',
      mergedFrom: { [source]: { at } },
      opinions: { [opinionId]: { at }, [otherOpinionId]: { at } },
      tasks: { [taskId]: { status: 'open', at }, [otherTaskId]: { status: 'closed', at } },
      units: { [leadUnit]: true },
    },
  ]);
  const gone = { tasks: [taskId, otherTaskId], units: [leadUnit] };
  const back = { ...givenBack, data: { ...givenBack.data, ...gone } };
  const nothing = { status: 'listed', mergedFrom: {}, tasks: {}, units: {} };
  expect(rowsAfter(issueList, listed, more, back)).toMatchObject([
    { ...nothing, opinions: { [opinionId]: { at } } },
  ]);
  expect(rowsAfter(issueList, listed, more, back)[0]?.opinions).not.toHaveProperty(otherOpinionId);
  expect(rowsAfter(issueList, listed, more, back)[0]?.mergedFrom).toEqual({});
  const staying = { ...back, data: { ...back.data, staying: [otherOpinionId] } };
  expect(rowsAfter(issueList, listed, more, staying)[0]?.opinions).toHaveProperty(otherOpinionId);
});

it('shows what was split off, and of what', () => {
  const [row, part] = rowsAfter(issueList, listed, joined, issueSplit, splitOff);
  expect(row).toMatchObject({ opinions: { [opinionId]: { at } }, splitInto: { [newIssueId]: { at } } });
  expect(row?.opinions).not.toHaveProperty(otherOpinionId);
  const { title, problem, topic, severity, channel } = issueSplit.data;
  expect(part).toEqual({
    id: newIssueId,
    caseId: METADATA.correlationId,
    revision: 3,
    title,
    problem,
    topic,
    severity,
    channel,
    status: 'listed',
    splitFrom: listed.data.issueId,
    opinions: { [opinionId]: { at }, [otherOpinionId]: { at } },
    tasks: {},
    units: {},
    mergedFrom: {},
    splitInto: {},
    listedAt: at,
    changedAt: at,
  });
});

it('stands at the revision of the last event, whichever that is', () => {
  const merging = [merged, unmerged, takenIn, givenBack, issueSplit];
  const way = [...toResolution, taskReopened, issueReopened, taskReassigned, ...merging];
  for (const index of way.keys())
    expect(rowsAfter(issueList, ...way.slice(0, index + 1))).toMatchObject([{ revision: index }]);
});

it('shows an issue that comes from a finding, which has no opinion', () => {
  const { issueId: id, findingId, title } = listedFromFinding.data;
  expect(rowsAfter(issueList, listedFromFinding)).toMatchObject([
    { id, findingId, title, channel: 'inspection', opinions: {}, status: 'listed' },
  ]);
});

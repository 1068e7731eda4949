import { findingIssued } from '../inspection/finding.examples.js';
import type { IssueEvent } from './issue.events.js';
import { returnBy } from './task.examples.js';
import type { TaskEvent } from './task.events.js';

// What rectification makes of the finding of the examples.
const { findingId, attempt, issueId, taskId, title, problem, topic, severity } = findingIssued.data;
const { taskType, leadUnit, criterion } = findingIssued.data;

export const assignedFromFinding = {
  type: 'TaskAssigned',
  data: {
    taskId,
    issues: [issueId],
    title,
    leadUnit,
    supportingUnits: [...findingIssued.data.supportingUnits],
    taskType,
    deadline: findingIssued.data.deadline ?? returnBy.to,
    criterion,
    returnBy,
    about: { problem, topics: [topic], severity, channels: ['inspection'] },
    findingId,
  },
} satisfies TaskEvent;

export const listedFromFinding = {
  type: 'IssueListedFromFinding',
  data: {
    issueId,
    findingId,
    attempt,
    title,
    problem,
    topic,
    severity,
    channel: 'inspection',
    authors: [...findingIssued.data.authors],
    task: assignedFromFinding.data,
  },
} satisfies IssueEvent;
export const findingNotListed = {
  type: 'FindingNotListed',
  data: { issueId, findingId, attempt, reason: 'no-such-severity' },
} satisfies IssueEvent;

import { randomUUID } from 'node:crypto';
import { AcceptTask } from '@redress/contracts/rectification/accept-task';
import { AssignTask } from '@redress/contracts/rectification/assign-task';
import { RemindTask } from '@redress/contracts/rectification/remind-task';
import { ReassignTask, ReturnTask } from '@redress/contracts/rectification/return-task';
import { listedFromFinding } from '@redress/contracts/rectification/from-finding.examples';
import { officer, today } from '@redress/contracts/rectification/people.examples';
import { assign } from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { eventually } from '@redress/messaging/nats-server.testing';
import { assignTask } from '../../../services/rectification/src/assign-task/assign-task.js';
import { issues } from '../../../services/rectification/src/issue/issue.js';
import { standards } from '../../../services/rectification/src/policy/standards.examples.js';
import { tasks } from '../../../services/rectification/src/task/task.js';
import { saying, tasksIn } from './at-task.js';
import { aWorld, type Drive, everyRejectionOf } from './drives.js';
import { assignment, type Task } from './steps.js';
import type { World } from './world.js';

const world = aWorld();

const another = randomUUID();
const assigns = saying((task, running) => ({ body: assignment(running, task) }));
const otherwise = (more: object) => (task: Task, running: World) => ({
  body: { ...assignment(running, task), ...more },
});

/** A new task on an issue that has come to be so. */
const onIssue = (status: number, issueOf: (running: World) => Promise<string>): Drive => ({
  status,
  who: 'office',
  asked: async (running) => {
    const [issue, task] = [await issueOf(running), await tasksIn(running).at('unassigned')];
    const path = `/issues/${issue}`;
    return { path: task.path, body: assignment(running, { ...task, issue }), watched: path };
  },
});
const resolved = async (running: World): Promise<string> => {
  const { issue } = await tasksIn(running).at('closed', { alone: true });
  const path = `/issues/${issue}`;
  const seen = () => running.people.as('office', { method: 'GET', path });
  await eventually(async () => (await seen()).body['status'] === 'resolved');
  return issue;
};
const merged = async (running: World): Promise<string> => {
  const [one, other] = [await running.issue(), await running.issue()];
  await running.does('office', `${one.path}/merging`, { into: other.id, reason: 'The same' });
  return one.id;
};

everyRejectionOf(AssignTask, world, {
  'not-the-office': assigns(403, 'leading', 'unassigned'),
  'already-assigned': assigns(409, 'office', 'assigned', otherwise({ title: 'Mend it well' })),
  'no-such-issue': assigns(404, 'office', 'unassigned', otherwise({ issues: [another] })),
  'issue-is-resolved': onIssue(409, resolved),
  'issue-is-merged': onIssue(409, merged),
  'issue-has-its-task': {
    because: 'an issue comes from a finding after a visit, which test/journeys/finding.spec.ts goes through',
    proved: () => {
      const issue = issues.evolve(issues.initial, listedFromFinding);
      specFor(tasks)
        .given()
        .when(assignTask(assign, officer, today, [issue], [], standards))
        .isRejected('issue-has-its-task');
    },
  },
  'lead-unit-also-supports': assigns(422, 'office', 'unassigned', (task, running) => {
    const leadUnit = running.people.unitOf('helper');
    return { body: { ...assignment(running, task), leadUnit } };
  }),
  'no-such-unit': assigns(422, 'office', 'unassigned', otherwise({ leadUnit: another })),
  'no-such-task-type': assigns(422, 'office', 'unassigned', otherwise({ taskType: 'sometime' })),
  'deadline-before-assignment': assigns(422, 'office', 'unassigned', otherwise({ deadline: '2023-03-01' })),
  'deadline-needed': assigns(422, 'office', 'unassigned', (task, running) => {
    return { body: { ...assignment(running, task), taskType: 'ongoing', deadline: undefined } };
  }),
});

const givesBack = saying(() => ({ below: `/returns/${another}`, body: { reason: 'It is the city' } }));
everyRejectionOf(ReturnTask, world, {
  'no-such-task': givesBack(404, 'lead', 'unassigned'),
  'not-the-lead-unit': givesBack(403, 'helper', 'assigned'),
  'entry-id-is-taken': givesBack(409, 'lead', 'returned', ({ ids }) => ({
    below: `/returns/${ids['return'] ?? ''}`,
  })),
  'task-is-returned': givesBack(409, 'lead', 'returned'),
  'task-is-closed': givesBack(409, 'lead', 'withdrawn'),
  'already-accepted': givesBack(409, 'lead', 'accepted'),
  // Five working days after Wednesday are over on the next Wednesday.
  'return-is-too-late': givesBack(409, 'lead', 'assigned', () => ({ day: '2023-03-09' })),
});

const assignsAnew = saying((_, { people }) => ({
  below: `/reassignments/${another}`,
  body: { leadUnit: people.unitOf('stranger'), supportingUnits: [], deadline: '2023-03-31' },
}));
everyRejectionOf(ReassignTask, world, {
  'no-such-task': assignsAnew(404, 'office', 'unassigned'),
  'not-the-office': assignsAnew(403, 'lead', 'returned'),
  'entry-id-is-taken': assignsAnew(409, 'office', 'returned', ({ ids }) => ({
    below: `/reassignments/${ids['return'] ?? ''}`,
  })),
  'not-returned': assignsAnew(409, 'office', 'assigned'),
  'lead-unit-also-supports': assignsAnew(422, 'office', 'returned', (_, { people }) => {
    const unit = people.unitOf('helper');
    return { body: { leadUnit: unit, supportingUnits: [unit], deadline: '2023-03-31' } };
  }),
  'no-such-unit': assignsAnew(422, 'office', 'returned', () => ({
    body: { leadUnit: another, supportingUnits: [], deadline: '2023-03-31' },
  })),
  'deadline-before-assignment': assignsAnew(422, 'office', 'returned', (_, { people }) => ({
    body: { leadUnit: people.unitOf('stranger'), supportingUnits: [], deadline: '2023-03-01' },
  })),
  'deadline-needed': assignsAnew(
    422,
    'office',
    'returned',
    (_, { people }) => ({ body: { leadUnit: people.unitOf('stranger'), supportingUnits: [] } }),
    { taskType: 'ongoing' },
  ),
});

const accepts = saying((_, { people }) => ({
  below: '/acceptance',
  body: { responsible: people.personOf('lead') },
}));
const namesHelper = (_: Task, { people }: World) => ({ body: { responsible: people.personOf('helper') } });
everyRejectionOf(AcceptTask, world, {
  'no-such-task': accepts(404, 'lead', 'unassigned'),
  'task-is-closed': accepts(409, 'lead', 'withdrawn'),
  'not-the-lead-unit': accepts(403, 'helper', 'assigned'),
  'task-is-returned': accepts(409, 'lead', 'returned'),
  'already-accepted': accepts(409, 'lead', 'accepted', namesHelper),
  'responsible-is-elsewhere': accepts(422, 'lead', 'assigned', namesHelper),
});

const reminds = saying(() => ({ below: `/reminders/${another}`, body: { text: 'It is due' } }));
everyRejectionOf(RemindTask, world, {
  'no-such-task': reminds(404, 'office', 'unassigned'),
  'not-the-office': reminds(403, 'leading', 'assigned'),
  'entry-id-is-taken': reminds(409, 'office', 'reminded', ({ ids }) => ({
    below: `/reminders/${ids['reminder'] ?? ''}`,
    body: { text: 'It is overdue' },
  })),
  'task-is-returned': reminds(409, 'office', 'returned'),
  'task-is-closed': reminds(409, 'office', 'closed'),
});

import { beforeEach, expect, it } from '@jest/globals';
import { granted, refused, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  day31,
  deadline,
  lead,
  leadingGroup,
  officer,
  stranger,
  today,
} from '@redress/contracts/rectification/people.examples';
import { assigned, reassigned, returned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, ExtensionId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { standards } from '../policy/standards.examples.js';
import { deadlineTerm } from '../policy/terms.js';
import { Explained } from './explained.examples.js';

const agreed = { agrees: true, differences: [], notAtHand: [] };
let task: Explained;

beforeEach(() => {
  task = new Explained();
});

it('says that the office named it', async () => {
  await task.happened(today, officer, assigned);
  expect(await task.deadline(lead)).toEqual({
    ...agreed,
    deadline,
    firstDeadline: deadline,
    text: {
      en: 'The deadline is 2026-03-31: the office named it when the task was assigned on 2026-03-20.',
      zh: '时限为2026-03-31：督查办于2026-03-20交办时指定。',
    },
    figures: [],
    events: [expect.objectContaining({ revision: 0, type: 'TaskAssigned', by: officer.person })],
  });
});

const deadlineBy = deadlineTerm(standards, 'time-bound', today);
const counted = (to = deadlineBy?.to): TaskEvent =>
  having<TaskEvent & { type: 'TaskAssigned' }>(assigned, {
    ...(to && { deadline: to }),
    ...(deadlineBy && to && { deadlineBy: { ...deadlineBy, to } }),
  });

it('shows how it was counted, by which figure of which policy', async () => {
  await task.happened(today, officer, counted());
  expect(await task.deadline(lead)).toMatchObject({
    ...agreed,
    deadline: '2026-05-01',
    policy: 'default 1',
    calendar: standards.calendar.version,
    figures: [{ name: 'taskTypes.time-bound.workingDays', value: 30 }],
    sum: { en: 'assigned Friday 20 Mar + 30 working days → 1 May' },
    text: {
      en: 'The deadline is 2026-05-01: the task was assigned on 2026-03-20, and its type has 30 working days.',
    },
  });
});

it('tells what differs when it comes out otherwise', async () => {
  await task.happened(today, officer, counted('2026-05-04' as Day));
  expect(await task.deadline(officer)).toMatchObject({
    agrees: false,
    differences: [
      { what: 'deadline', recorded: '2026-05-04', recomputed: '2026-05-01' },
      { what: 'deadlineBy' },
    ],
  });
});

it('follows it when more time is granted, with the request and the limit of the office', async () => {
  await task.happened(today, officer, assigned);
  await task.happened(today, lead, timeAsked);
  await task.happened(deadline, officer, granted);
  expect(await task.deadline(lead)).toMatchObject({
    ...agreed,
    deadline: granted.data.until,
    firstDeadline: deadline,
    policy: 'default 1',
    figures: [{ name: 'extension.officeMayAddDays', value: 30 }],
    events: [
      { revision: 1, type: 'ExtensionRequested', by: lead.person },
      { revision: 2, type: 'ExtensionGranted', by: officer.person },
    ],
    text: {
      en: 'The deadline is 2026-04-15: more time was granted, it was 2026-03-31 before; that is 15 days after the first deadline.',
    },
  });
});

it('names of several requests for more time the one that was granted', async () => {
  const extensionId = '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId;
  await task.happened(today, officer, assigned);
  await task.happened(today, lead, timeAsked);
  await task.happened(today, officer, refused);
  await task.happened(
    deadline,
    lead,
    having<TaskEvent & { type: 'ExtensionRequested' }>(timeAsked, { extensionId }),
  );
  await task.happened(
    deadline,
    officer,
    having<TaskEvent & { type: 'ExtensionGranted' }>(granted, { extensionId }),
  );
  expect(await task.deadline(lead)).toMatchObject({ ...agreed, events: [{ revision: 3 }, { revision: 4 }] });
});

it('finds one that was counted for a type that has no working days', async () => {
  await task.happened(
    today,
    officer,
    having<TaskEvent & { type: 'TaskAssigned' }>(assigned, {
      taskType: 'ongoing',
      ...(deadlineBy && { deadline: deadlineBy.to, deadlineBy }),
    }),
  );
  expect(await task.deadline(lead)).toMatchObject({
    agrees: false,
    differences: [
      { what: 'deadline', recorded: '2026-05-01', recomputed: '' },
      { what: 'deadlineBy', recomputed: '' },
    ],
    figures: [],
  });
});

it('finds a grant that took the leading group and did not have it', async () => {
  const far = having<TaskEvent & { type: 'ExtensionRequested' }>(timeAsked, { until: day31, daysInAll: 31 });
  const grant = having<TaskEvent & { type: 'ExtensionGranted' }>(granted, { until: day31, daysInAll: 31 });
  await task.happened(today, officer, assigned);
  await task.happened(today, lead, far);
  await task.happened(deadline, officer, grant);
  expect(await task.deadline(lead)).toMatchObject({ agrees: false });

  const other = new Explained();
  await other.happened(today, officer, assigned);
  await other.happened(today, lead, far);
  await other.happened(deadline, leadingGroup, grant);
  expect(await other.deadline(lead)).toMatchObject(agreed);
});

it('begins anew with another lead unit', async () => {
  await task.happened(today, officer, assigned);
  await task.happened(today, lead, returned);
  await task.happened(today, officer, reassigned);
  expect(await task.deadline(stranger)).toMatchObject({
    ...agreed,
    firstDeadline: reassigned.data.deadline,
    events: [{ revision: 2, type: 'TaskReassigned' }],
  });
  expect(await task.deadline(lead)).toMatchObject(agreed);
});

it('says which version is not at hand any more', async () => {
  const unknown = deadlineBy && { ...deadlineBy, calendar: 'china of yesterday' };
  await task.happened(
    today,
    officer,
    having<TaskEvent & { type: 'TaskAssigned' }>(assigned, {
      ...(unknown && { deadline: unknown.to, deadlineBy: unknown }),
    }),
  );
  expect(await task.deadline(lead)).toMatchObject({
    agrees: false,
    differences: [],
    notAtHand: [{ what: 'calendar', version: 'china of yesterday' }],
  });
});

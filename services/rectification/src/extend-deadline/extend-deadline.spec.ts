import { describe, it } from '@jest/globals';
import {
  day30,
  day31,
  dayAfterDeadline,
  deadline,
  inspector,
  lead,
  leadingGroup,
  officer,
  supporter,
  today,
} from '@redress/contracts/rectification/people.examples';
import {
  askForTime,
  grant,
  granted,
  lapsed,
  refuse,
  refused,
  timeAsked,
} from '@redress/contracts/rectification/more-time.examples';
import { assigned, reopened } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, ExtensionId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import {
  confirmed,
  justAssigned,
  putBack,
  struckOff,
  toClosing,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { grantExtension, refuseExtension, requestExtension } from './extend-deadline.js';

const { given } = specFor(tasks);
const asked = given(assigned, timeAsked);
const extended = given(assigned, timeAsked, granted);
const denied = given(assigned, timeAsked, refused);
const overtaken = given(assigned, timeAsked, lapsed);

const extensionId = '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId;
const askAgain = { ...askForTime, extensionId };
const askedAgain = having(timeAsked, { extensionId });

describe('the lead unit asks for more time', () => {
  it('while the task is open, even on the day of the deadline', () => {
    for (const task of [justAssigned, workedOn, confirmed, putBack])
      task.when(requestExtension(askForTime, lead, deadline)).yields(timeAsked);
  });

  it('once more, after an answer; the days count from the first deadline', () => {
    denied.when(requestExtension(askAgain, lead, today)).yields(askedAgain);
    overtaken.when(requestExtension(askAgain, lead, today)).yields(askedAgain);
    extended
      .when(requestExtension({ ...askAgain, until: day31 }, lead, askForTime.until))
      .yields(having(askedAgain, { until: day31, deadline: askForTime.until, daysInAll: 31 }));
  });

  it('and says the same again without asking again, however late', () => {
    for (const task of [extended, denied, overtaken])
      task.when(requestExtension(askForTime, lead, day31)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, askForTime, lead, today],
    ['not-the-lead-unit', justAssigned, askForTime, supporter, today],
    ['not-the-lead-unit', justAssigned, askForTime, { ...officer, unit: lead.unit }, today],
    ['extension-id-is-taken', asked, { ...askForTime, until: day30 }, lead, today],
    ['extension-id-is-taken', asked, { ...askForTime, reason: 'Another' }, lead, today],
    ['task-is-closed', struckOff, askForTime, lead, today],
    ['another-extension-is-pending', asked, askAgain, lead, today],
    ['deadline-has-passed', justAssigned, askForTime, lead, dayAfterDeadline],
    ['not-later-than-the-deadline', justAssigned, { ...askForTime, until: deadline }, lead, today],
    ['not-later-than-the-deadline', extended, askAgain, lead, today],
  ] as const)('but is told %s', (reason, task, command, actor, day) => {
    task.when(requestExtension(command, actor, day)).isRejected(reason);
  });
});

describe.each([officer, leadingGroup])('the $role answers', (actor) => {
  it('by granting, or by refusing and saying why', () => {
    asked.when(grantExtension(grant, actor, DEFAULT_POLICY)).yields(granted);
    asked.when(refuseExtension(refuse, actor)).yields(refused);
  });

  it('each request by itself, once and for all', () => {
    const grantedAgain = having(granted, { extensionId });
    const both = given(assigned, timeAsked, refused, askedAgain, grantedAgain);
    both.when(refuseExtension(refuse, actor)).changesNothing();
    both.when(grantExtension({ ...grant, extensionId }, actor, DEFAULT_POLICY)).changesNothing();
    both.when(grantExtension(grant, actor, DEFAULT_POLICY)).isRejected('extension-already-answered');
    both.when(refuseExtension({ ...refuse, extensionId }, actor)).isRejected('extension-already-answered');
    both.when(refuseExtension({ ...refuse, reason: 'No' }, actor)).isRejected('extension-already-answered');
  });

  it.each([
    ['no-such-task', unassigned, actor],
    ['not-the-office', asked, lead],
    ['not-the-office', asked, inspector],
    ['no-such-extension', given(assigned, askedAgain), actor],
    ['extension-lapsed', overtaken, actor],
  ] as const)('but is told %s', (reason, task, who) => {
    task.when(grantExtension(grant, who, DEFAULT_POLICY)).isRejected(reason);
    task.when(refuseExtension(refuse, who)).isRejected(reason);
  });
});

it('takes the leading group to add more than thirty days in all', () => {
  const until30 = given(assigned, having(timeAsked, { until: day30 }));
  until30
    .when(grantExtension(grant, officer, DEFAULT_POLICY))
    .yields(having(granted, { until: day30, daysInAll: 30 }));

  const until31 = given(assigned, timeAsked, granted, having(askedAgain, { until: day31 }));
  const again = { ...grant, extensionId };
  until31.when(grantExtension(again, officer, DEFAULT_POLICY)).isRejected('needs-the-leading-group');
  until31
    .when(grantExtension(again, leadingGroup, DEFAULT_POLICY))
    .yields(having(granted, { extensionId, deadline: askForTime.until, until: day31, daysInAll: 31 }));
});

it('counts from the day that a reopening has set, and from the first one where it has set none', () => {
  const aYearOn = '2027-03-31' as Day;
  const untilApril = { ...askForTime, until: '2027-04-30' as Day };
  const moved = having<TaskEvent & { type: 'TaskReopened' }>(reopened, { deadline: aYearOn });
  const askedThen = having(timeAsked, { until: untilApril.until, deadline: aYearOn, daysInAll: 30 });
  given(...toClosing, moved)
    .when(requestExtension(untilApril, lead, aYearOn))
    .yields(askedThen);
  given(...toClosing, moved, askedThen)
    .when(grantExtension(grant, officer, DEFAULT_POLICY))
    .yields(having(granted, { until: untilApril.until, deadline: aYearOn, daysInAll: 30 }));
  putBack.when(requestExtension(askForTime, lead, deadline)).yields(timeAsked);
});

it('counts by the policy at hand, and names it', () => {
  const strict = { ...DEFAULT_POLICY, version: 'strict', extension: { officeMayAddDays: 14 } };
  asked.when(grantExtension(grant, officer, strict)).isRejected('needs-the-leading-group');
  asked.when(grantExtension(grant, leadingGroup, strict)).yields(having(granted, { policy: 'strict' }));
  const trusting = { ...strict, approvals: { ...strict.approvals, extensionBeyond: 'office' } } as const;
  asked.when(grantExtension(grant, officer, trusting)).yields(having(granted, { policy: 'strict' }));
});

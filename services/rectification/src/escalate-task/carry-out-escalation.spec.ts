import { describe, it } from '@jest/globals';
import {
  holdTalk,
  talkApproved,
  talkHeld,
  talkLapsed,
  talkProposed,
} from '@redress/contracts/rectification/escalation.examples';
import {
  colleague,
  day30,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { unassigned } from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { carryOutEscalation } from './escalate-task.js';
import { approved, held, isLate, lapsed, late, proposed, refused } from './talks.examples.js';

const { given } = specFor(tasks);

describe('the office says how an approved step was taken', () => {
  const { on } = holdTalk;

  it('on that day or later', () => {
    approved.when(carryOutEscalation(holdTalk, officer, on)).yields(talkHeld);
    approved.when(carryOutEscalation(holdTalk, colleague, day30)).yields(talkHeld);
  });

  it('after it has lapsed, when it was taken on the day on which it did, or before', () => {
    const ended = having(talkLapsed, { on });
    const record = carryOutEscalation(holdTalk, officer, day30);
    for (const last of [ended, having(talkLapsed, { on: day30 })])
      given(...late, talkProposed, talkApproved, last)
        .when(record)
        .yields(talkHeld);
    const fallen = [...late, talkProposed, talkApproved, ended] as const;
    given(...fallen, talkHeld)
      .when(record)
      .changesNothing();
    const tooEarly = carryOutEscalation(holdTalk, officer, yesterday);
    given(...fallen)
      .when(tooEarly)
      .isRejected('carried-out-in-the-future');
    const { taskId, entryId, kind } = talkLapsed.data;
    const without = { taskId, entryId, kind, leadUnit };
    for (const last of [having(talkLapsed, { on: yesterday }), { ...talkLapsed, data: without }]) {
      const lapsedSince = given(...late, talkProposed, talkApproved, last);
      lapsedSince.when(record).isRejected('escalation-lapsed');
    }
    const proposedOnly = given(...late, talkProposed, ended);
    proposedOnly.when(record).isRejected('escalation-lapsed');
  });

  it('once: the same again is a repeat', () => {
    held.when(carryOutEscalation(holdTalk, officer, day30)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, holdTalk, officer],
    ['not-the-office', approved, holdTalk, leadingGroup],
    ['not-the-office', approved, holdTalk, lead],
    ['no-such-escalation', isLate, holdTalk, officer],
    ['escalation-not-approved', proposed, holdTalk, officer],
    ['escalation-not-approved', refused, holdTalk, officer],
    ['escalation-lapsed', lapsed, holdTalk, officer],
    ['escalation-already-carried-out', held, { ...holdTalk, record: 'Another' }, officer],
    ['escalation-already-carried-out', held, { ...holdTalk, on: day30 }, officer],
    ['carried-out-in-the-future', approved, { ...holdTalk, on: '2026-04-14' as Day }, officer],
  ] as const)('but is told %s', (reason, task, command, actor) => {
    task.when(carryOutEscalation(command, actor, on)).isRejected(reason);
  });
});

import { describe, it } from '@jest/globals';
import type { AdoptPolicy } from '@redress/contracts/rectification/adopt-policy';
import {
  auditor,
  lead,
  leadingGroup,
  officer,
  operator,
  today,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import type { Policy, PolicyFigures } from '@redress/contracts/rectification/policy';
import type { PolicyEvent } from '@redress/contracts/rectification/policy.events';
import {
  adopt,
  figures,
  grave,
  holidaysLoaded,
  minor,
  otherPolicyId,
  policyAdopted,
  serious,
  timeBound,
} from '@redress/contracts/rectification/policy.examples';
import { WEEKDAYS } from '@redress/contracts/values';
import { specFor } from '@redress/eventsourcing/spec';
import { policyBook } from '../policy/book.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { adoptPolicy } from './adopt-policy.js';

const { given } = specFor(policyBook);
const untouched = given();
const adopted = given(holidaysLoaded, policyAdopted);

const withoutVersion = ({ version: _, ...defaults }: Policy): PolicyFigures => defaults;
const adoptDefaults = { ...adopt, ...withoutVersion(DEFAULT_POLICY), policyId: otherPolicyId };

/** What is adopted when this is said. */
const adoption = ({ policyId, from, reason, ...policy }: AdoptPolicy, version: string): PolicyEvent => ({
  type: 'PolicyAdopted',
  data: { policyId, version, from, reason, policy },
});

describe('the office adopts figures', () => {
  it('that hold from a later day, or from the same one', () => {
    untouched.when(adoptPolicy(adopt, officer, today)).yields(policyAdopted);
    const atOnce = { ...adopt, from: today };
    untouched.when(adoptPolicy(atOnce, officer, today)).yields(adoption(atOnce, 'policy 1'));
  });

  it('each under a version of its own, whatever the day from which they hold', () => {
    const again = { ...adopt, policyId: otherPolicyId };
    adopted.when(adoptPolicy(again, officer, today)).yields(adoption(again, 'policy 2'));
    const before = { ...again, from: today };
    adopted.when(adoptPolicy(before, officer, today)).yields(adoption(before, 'policy 2'));
  });

  it('once: the same again is a repeat, even when its day has passed', () => {
    adopted.when(adoptPolicy(adopt, officer, '2026-04-30' as typeof today)).changesNothing();
  });

  it('and may leave names out, take them up again, and change what their tasks are given', () => {
    untouched.when(adoptPolicy(adoptDefaults, officer, today)).yields(adoption(adoptDefaults, 'policy 1'));
    adopted.when(adoptPolicy(adoptDefaults, officer, today)).yields(adoption(adoptDefaults, 'policy 2'));
    const taskTypes = [{ ...timeBound, workingDays: 60 }];
    const slower = { ...adopt, policyId: otherPolicyId, taskTypes };
    adopted.when(adoptPolicy(slower, officer, today)).yields(adoption(slower, 'policy 2'));
  });

  it.each([
    ['not-the-office', untouched, {}, lead, today],
    ['not-the-office', untouched, {}, leadingGroup, today],
    ['not-the-office', untouched, {}, auditor, today],
    ['not-the-office', untouched, {}, operator, today],
    ['policy-id-is-taken', adopted, { from: '2026-03-22' as typeof today }, officer, today],
    ['policy-id-is-taken', adopted, { reason: 'Another' }, officer, today],
    ['policy-id-is-taken', adopted, { notice: { workingDays: 8, skipGrounds: [] } }, officer, today],
    ['reaches-back', untouched, { from: yesterday }, officer, today],
    ['reaches-back', untouched, {}, officer, '2026-03-22' as typeof today],
    [
      'week-off-is-official',
      untouched,
      { calendar: { base: 'china', weeklyOff: ['friday'] } },
      officer,
      today,
    ],
    ['no-day-is-worked', untouched, { calendar: { base: 'week', weeklyOff: WEEKDAYS } }, officer, today],
  ] as const)('but is told %s', (reason, book, difference, actor, day) => {
    book.when(adoptPolicy({ ...adopt, ...difference }, actor, day)).isRejected(reason);
  });

  it('with each name once', () => {
    const told = (difference: Partial<AdoptPolicy>): void => {
      untouched.when(adoptPolicy({ ...adopt, ...difference }, officer, today)).isRejected('named-twice');
    };
    told({ taskTypes: [...figures.taskTypes, { ...timeBound, en: 'Another' }] });
    told({ severities: [...figures.severities, minor] });
  });

  it('with names that mean what they meant in any policy before, and severities in their order', () => {
    const told = (difference: Partial<AdoptPolicy>): void => {
      const command = { ...adopt, policyId: otherPolicyId, ...difference };
      adopted.when(adoptPolicy(command, officer, today)).isRejected('name-changes-meaning');
    };
    const cards = 'timed' as const;
    told({ taskTypes: [{ name: 'campaign', en: 'Of a campaign', zh: '运动', cards }] });
    told({ taskTypes: [{ name: 'campaign', en: 'Something else', zh: '专项整治', cards }] });
    told({ taskTypes: [{ name: 'immediate', en: 'At once', zh: '立行立改', cards }] });
    told({ severities: [{ ...minor, en: 'Small' }] });
    told({ severities: [{ ...minor, en: 'Small' }, serious] });
    told({ severities: [minor, grave, serious] });
    told({ severities: [{ name: 'ordinary', en: 'Ordinary', zh: '一般' }, minor] });
  });

  it('with another week where the official calendar is not theirs', () => {
    for (const calendar of [
      { base: 'week' },
      { base: 'week', weeklyOff: [] },
      { base: 'week', weeklyOff: ['friday', 'saturday'] },
      { base: 'china', weeklyOff: [] },
    ] as const) {
      const abroad = { ...adopt, calendar };
      untouched.when(adoptPolicy(abroad, officer, today)).yields(adoption(abroad, 'policy 1'));
    }
  });
});

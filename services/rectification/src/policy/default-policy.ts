import type { Policy } from '@redress/contracts/rectification/policy';

/** The figures of the regulation, in its table of a task's way: what holds until the office adopts others. */
export const DEFAULT_POLICY: Policy = {
  version: 'default 1',
  taskTypes: [
    { name: 'immediate', en: 'Immediate', zh: '立行立改', workingDays: 5, cards: 'timed' },
    { name: 'time-bound', en: 'Time-bound', zh: '限期整改', workingDays: 30, cards: 'timed' },
    { name: 'ongoing', en: 'Ongoing', zh: '长期坚持', cards: 'none' },
  ],
  severities: [
    { name: 'minor', en: 'Minor', zh: '轻微' },
    { name: 'ordinary', en: 'Ordinary', zh: '一般' },
    { name: 'serious', en: 'Serious', zh: '严重' },
  ],
  return: { withinWorkingDays: 5 },
  extension: { officeMayAddDays: 30 },
  cards: {
    blueWithinWorkingDays: 3,
    redAfterWorkingDays: 5,
    answerYellowWithinWorkingDays: 3,
    appealWithinWorkingDays: 5,
  },
  approvals: { formalTalk: 'leading-group', circular: 'leading-group', extensionBeyond: 'leading-group' },
  escalation: { steps: ['formal-talk', 'circular'], after: 'red' },
  notice: { workingDays: 5, skipGrounds: ['secrecy', 'personal-matter'] },
  lookBack: { afterMonths: 3 },
  review: { askWithinDays: 30, answerWithinDays: 30 },
  calendar: { base: 'china' },
};

import { addWorkingDays } from '@redress/calendar/working-days';
import type { TaskTypePolicy } from '@redress/contracts/rectification/policy';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day } from '@redress/contracts/values';
import type { Standards } from './standards.js';

/** So many working days after a day, by the calendar that holds. */
export const termOf = ({ policy, calendar }: Standards, from: Day, workingDays: number): TermOfEvent => ({
  from,
  workingDays,
  to: addWorkingDays(calendar, from, workingDays),
  calendar: calendar.version,
  policy: policy.version,
});

/** Until when a unit may return what it was assigned on a day. */
export const returnTerm = (standards: Standards, from: Day): TermOfEvent =>
  termOf(standards, from, standards.policy.return.withinWorkingDays);

/** Until when the public is shown what was published on a day. */
export const noticeTerm = (standards: Standards, from: Day): TermOfEvent =>
  termOf(standards, from, standards.policy.notice.workingDays);

/** The kind of task that a name stands for; undefined for one that the policy does not have. */
export const typeNamed = ({ policy }: Standards, taskType: string): TaskTypePolicy | undefined =>
  policy.taskTypes.find(({ name }) => name === taskType);

/** The deadline that a task of this type has when nobody names one; undefined where somebody must. */
export const deadlineTerm = (standards: Standards, taskType: string, from: Day): TermOfEvent | undefined => {
  const type = typeNamed(standards, taskType);
  return type?.workingDays === undefined ? undefined : termOf(standards, from, type.workingDays);
};

/** Until when a unit may appeal against a card that was drawn on a day. */
export const appealTerm = (standards: Standards, from: Day): TermOfEvent =>
  termOf(standards, from, standards.policy.cards.appealWithinWorkingDays);

/** Until when a unit has to answer a yellow card that was drawn on a day. */
export const answerTerm = (standards: Standards, from: Day): TermOfEvent =>
  termOf(standards, from, standards.policy.cards.answerYellowWithinWorkingDays);

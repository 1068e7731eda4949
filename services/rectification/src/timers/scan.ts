import { isWorkedAt } from '@redress/calendar/calendar';
import { dayAt, numberOf } from '@redress/calendar/days';
import type { Day } from '@redress/contracts/values';
import type { Query } from '@redress/read-models/read-models';
import type { Standards, StandardsOn } from '../policy/standards.js';
import { termOf, typeNamed } from '../policy/terms.js';
import type { Watched } from './watch.js';

/** What to ask of the watch; one index leads to all of it. */
export type Scan = Pick<Query<Watched>, 'where' | 'by'>;

/**
 * Figures that hold no more may have made something due while no timer looked: so far back is looked for that. What
 * fell due before by such figures only is found when it is due by those of today, and has its own day then all the same.
 */
const DAYS_LOOKED_BACK = 35;

/** All that can be due on a day; what is not, the rule tells. `types` are all that a task may be of. */
export const scansFor = (today: Day, standardsOn: StandardsOn, types: readonly string[]): readonly Scan[] => {
  const days = Array.from({ length: DAYS_LOOKED_BACK + 1 }, (_, back) => dayAt(numberOf(today) - back));
  const latest = (deadlineOn: (standards: Standards, day: Day) => Day): Day =>
    days.map((day) => deadlineOn(standardsOn(day), day)).reduce((one, other) => (one > other ? one : other));
  const drawsCards = (type: string): boolean =>
    days.some((day) => typeNamed(standardsOn(day), type)?.cards !== 'none');
  const notHeldBack = {
    taskType: { in: types.filter(drawsCards) },
    moreTimeAsked: false,
    closeOutAsked: false,
  };
  const scan = (card: Watched['card'], to: Day): Scan => ({
    where: { card, deadline: { to }, ...notHeldBack },
    by: 'deadline',
  });
  const yesterday = dayAt(numberOf(today) - 1);
  return [
    scan('none', latest(nearDueUpTo)),
    scan('blue', yesterday),
    scan('yellow', latest(longOverdueUpTo)),
    { where: { answerBy: { to: yesterday }, card: 'yellow', ...notHeldBack }, by: 'answerBy' },
    { where: { lookBackOn: { to: today } }, by: 'lookBackOn' },
  ];
};

/** The last deadline that is near on a day. */
const nearDueUpTo = (standards: Standards, day: Day): Day =>
  termOf(standards, day, standards.policy.cards.blueWithinWorkingDays).to;

/** The last deadline after which so many working days had gone by before a day. */
const longOverdueUpTo = ({ policy, calendar }: Standards, day: Day): Day => {
  let number = numberOf(day) - 1;
  for (let left = policy.cards.redAfterWorkingDays; left > 0; number -= 1)
    if (isWorkedAt(calendar, number)) left -= 1;
  return dayAt(number);
};

import type { NameInBoth } from '@redress/contracts/rectification/calendar-days';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day } from '@redress/contracts/values';

type Setting = 'TaskAssigned' | 'TaskReassigned' | 'TaskReopened';

/** What was done to the task when its deadline was set. */
export const NAMED_FROM: Readonly<Record<Setting, NameInBoth>> = {
  TaskAssigned: { en: 'assigned', zh: '交办' },
  TaskReassigned: { en: 'assigned anew', zh: '重新交办' },
  TaskReopened: { en: 'reopened', zh: '复号' },
};

/** The office named no day: the type of the task has so many working days. */
export const countedTold = (
  setting: Setting,
  deadline: Day,
  { from, workingDays }: TermOfEvent,
): NameInBoth => ({
  en: `The deadline is ${deadline}: the task was ${NAMED_FROM[setting].en} on ${from}, and its type has ${String(workingDays)} working days.`,
  zh: `时限为${deadline}：${from}${NAMED_FROM[setting].zh}，该类任务为${String(workingDays)}个工作日。`,
});

export const namedTold = (setting: Setting, deadline: Day, day: Day): NameInBoth => ({
  en: `The deadline is ${deadline}: the office named it when the task was ${NAMED_FROM[setting].en} on ${day}.`,
  zh: `时限为${deadline}：督查办于${day}${NAMED_FROM[setting].zh}时指定。`,
});

export const grantedTold = ({
  deadline,
  until,
  daysInAll,
}: Extract<TaskEvent, { type: 'ExtensionGranted' }>['data']): NameInBoth => ({
  en: `The deadline is ${until}: more time was granted, it was ${deadline} before; that is ${String(daysInAll)} days after the first deadline.`,
  zh: `时限为${until}：原为${deadline}，已准予延期，比最初时限共延长${String(daysInAll)}天。`,
});

import type { Rejected } from '@redress/contracts/command';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day } from '@redress/contracts/values';
import { reject } from '@redress/eventsourcing/decision';
import type { Standards } from '../policy/standards.js';
import { deadlineTerm } from '../policy/terms.js';

type Asked = { readonly deadline?: Day; readonly taskType: string };
type Deadline = { readonly deadline: Day; readonly deadlineBy?: TermOfEvent };

/** The deadline that the office names; when it names none, the one that the type has by its working days. */
export const deadlineFor = (
  { deadline, taskType }: Asked,
  today: Day,
  standards: Standards,
): Deadline | Rejected<'deadline-before-assignment' | 'deadline-needed'> => {
  if (deadline !== undefined) return deadline < today ? reject('deadline-before-assignment') : { deadline };
  const deadlineBy = deadlineTerm(standards, taskType, today);
  return deadlineBy ? { deadline: deadlineBy.to, deadlineBy } : reject('deadline-needed');
};

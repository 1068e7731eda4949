import type { JsonObject } from '@redress/contracts/event';
import type { NameInBoth } from '@redress/contracts/rectification/calendar-days';
import type { DeadlineExplanation, NamedFigure } from '@redress/contracts/rectification/explain';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { Day } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { deadlineFor } from '../assign-task/deadline-for.js';
import { sumOf } from '../calendar-days/calendar-days.js';
import { grantExtension } from '../extend-deadline/extend-deadline.js';
import type { Standards } from '../policy/standards.js';
import { typeNamed } from '../policy/terms.js';
import { type AssignedTask, tasks } from '../task/task.js';
import type { AtHand } from './versions.js';
import { causeOf, type Happened } from './causes.js';
import { differencesBetween } from './compare.js';
import { countedTold, grantedTold, NAMED_FROM, namedTold } from './deadline-told.js';

type Granted = Happened & { readonly type: 'ExtensionGranted' };
type Set = Happened & { readonly type: 'TaskAssigned' | 'TaskReassigned' | 'TaskReopened' };

/** The event that set the deadline that holds now. */
export type Setting = Granted | Set;

export const settingOf = (
  history: readonly Happened[],
  { deadlineSince }: AssignedTask,
): Setting | undefined => history.find((event): event is Setting => event.revision === deadlineSince);

/** By which versions it was counted; undefined where nothing was counted. */
export const termOfSetting = ({ data }: Setting): TermOfEvent | undefined =>
  'deadlineBy' in data ? data.deadlineBy : undefined;

/** The half of an explanation that depends on how the deadline was set. */
type Account = {
  readonly text: NameInBoth;
  readonly figures: readonly NamedFigure[];
  readonly events: readonly Happened[];
  /** What was recorded, and what comes out now. */
  readonly recorded: JsonObject;
  readonly recomputed: JsonObject;
};

/** The event, its day, and what was meant by the versions in it. */
export type Meant = AtHand & { readonly setting: Setting; readonly day: Day };

/** Why the deadline is the day that it is, and whether it would come out so again. */
export const explainDeadline = (
  history: readonly Happened[],
  task: AssignedTask,
  { setting, day, standards, missing }: Meant,
): DeadlineExplanation => {
  const isGrant = setting.type === 'ExtensionGranted';
  const account = isGrant ? ofGrant(history, setting, standards) : ofSetting(task, setting, day, standards);
  const differences = missing.length > 0 ? [] : differencesBetween(account.recorded, account.recomputed);
  const by = termOfSetting(setting);
  const policy = isGrant ? setting.data.policy : by?.policy;
  const sum =
    !isGrant &&
    by &&
    standards &&
    sumOf(standards.calendar, by.from, by.workingDays, NAMED_FROM[setting.type]);
  return {
    deadline: task.deadline,
    firstDeadline: task.firstDeadline,
    text: account.text,
    ...(policy !== undefined && { policy }),
    ...(by && { calendar: by.calendar }),
    figures: account.figures,
    events: account.events.map(causeOf),
    ...(sum && { sum }),
    agrees: missing.length === 0 && differences.length === 0,
    differences,
    notAtHand: missing,
  };
};

const ofGrant = (
  history: readonly Happened[],
  { revision, data, actor, ...event }: Granted,
  standards: Standards | undefined,
): Account => {
  const { taskId, extensionId } = data;
  const earlier = history.filter((one) => one.revision < revision);
  const asked = earlier.filter(
    ({ type, data: said }) => type === 'ExtensionRequested' && said.extensionId === extensionId,
  );
  const decision = standards
    ? grantExtension({ taskId, extensionId }, actor, standards.policy, data.on)(fold(tasks, earlier))
    : [];
  const [again] = 'rejected' in decision ? [] : decision;
  return {
    text: grantedTold(data),
    figures: standards
      ? [{ name: 'extension.officeMayAddDays', value: standards.policy.extension.officeMayAddDays }]
      : [],
    events: [...asked, { revision, data, actor, ...event }],
    recorded: data,
    recomputed: again?.data ?? {},
  };
};

const ofSetting = (
  { assignment: { taskType }, deadline }: AssignedTask,
  event: Set,
  day: Day,
  standards: Standards | undefined,
): Account => {
  const by = termOfSetting(event);
  const type = standards && typeNamed(standards, taskType);
  const again = standards && deadlineFor({ taskType, ...(!by && { deadline }) }, day, standards);
  return {
    text: by ? countedTold(event.type, deadline, by) : namedTold(event.type, deadline, day),
    figures:
      by && type?.workingDays !== undefined
        ? [{ name: `taskTypes.${taskType}.workingDays`, value: type.workingDays }]
        : [],
    events: [event],
    recorded: { deadline, ...(by && { deadlineBy: by }) },
    recomputed: !again || 'rejected' in again ? {} : { ...again },
  };
};

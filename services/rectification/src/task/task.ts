import { type Measure, type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { TaskStatus } from '@redress/contracts/rectification/words';
import type { Day, EntryId, MeasureId, PersonId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { type Card, cardsAfter, ended, type Escalation, escalationsAfter } from './cards.js';
import { type CloseOut, type CloseOutEvent, closeOutsAfter } from './close-outs.js';
import { type Extension, extensionsAfter } from './extensions.js';
import type { LookBackDue } from './look-backs.js';
import { type Review, reviewsAfter } from './reviews.js';

export type Task = { readonly status: 'unassigned' } | AssignedTask;

export type AssignedTask = {
  readonly status: TaskStatus;
  /** Of its stream, at the last event. */
  readonly revision: number;
  /** As it is now. */
  readonly assignment: Assignment;
  readonly firstAssignment: Assignment;
  /** At which revision it went to the lead unit that it has now. */
  readonly assignedSince: number;
  /** The day that holds now. */
  readonly deadline: Day;
  /** As it was set last: by the assignment, or by a reopening. More time is counted from there. */
  readonly firstDeadline: Day;
  /** At which revision, and on which day, the day that holds now was set. */
  readonly deadlineSince: number;
  readonly deadlineOn: Day;
  /** Since when something is owed in this round: nothing has fallen due before. */
  readonly owedSince: Day;
  readonly extensions: readonly Extension[];
  readonly responsible?: PersonId;
  /** Who was named when the task was accepted. */
  readonly firstResponsible?: PersonId;
  readonly measures: readonly Measure[];
  /** The measures as they were planned. */
  readonly firstPlan: readonly Measure[];
  /** Whoever answers for the task or a measure by name, or did before. */
  readonly people: readonly PersonId[];
  readonly done: readonly MeasureId[];
  /** What was written under an id of its own, as it was written. */
  readonly entries: readonly Entry[];
  readonly closeOuts: readonly CloseOut[];
  readonly cards: readonly Card[];
  readonly escalations: readonly Escalation[];
  /** The later check that the last closing asks for, and whether that is known to be due. */
  readonly lookBack?: LookBackDue;
  readonly reviews: readonly Review[];
  /** What was said when it was last reopened, and until when, if the day was moved. */
  readonly reopened?: { readonly reason: string; readonly deadline?: Day };
};

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;
export type Assignment = Of<'TaskAssigned'>['data'];
export type Entry = Of<
  | 'TaskReturned'
  | 'TaskReassigned'
  | 'MeasuresChanged'
  | 'ResponsibleNamed'
  | 'ProgressReported'
  | 'EvidenceAttached'
  | 'CloseOutRequested'
  | 'TaskReminded'
  | 'LookedBack'
>;

/** As every task begins. */
const untouched = {
  status: 'assigned',
  revision: 0,
  assignedSince: 0,
  deadlineSince: 0,
  extensions: [],
  measures: [],
  firstPlan: [],
  people: [],
  done: [],
  entries: [],
  closeOuts: [],
  cards: [],
  escalations: [],
  reviews: [],
} as const;

const evolve = (task: Task, event: TaskEvent): Task => {
  const { type, data } = event;
  if (type === 'TaskAssigned') {
    const { deadline, returnBy } = data;
    return {
      ...untouched,
      deadline,
      firstDeadline: deadline,
      owedSince: returnBy.from,
      deadlineOn: returnBy.from,
      assignment: data,
      firstAssignment: data,
    };
  }
  if (task.status === 'unassigned') return task;

  const revision = task.revision + 1;
  const next = { ...task, revision };
  const closeOuts = (more: CloseOutEvent): Pick<AssignedTask, 'closeOuts'> => ({
    closeOuts: closeOutsAfter(task.closeOuts, more),
  });
  const lookBack = (status: LookBackDue['status']) =>
    task.lookBack && { lookBack: { ...task.lookBack, status } };
  const written = (entry: Entry) => ({ ...next, entries: [...task.entries, entry] });

  switch (type) {
    case 'TaskReturned':
      return { ...written({ type, data }), status: 'returned', cards: ended(task.cards) };
    case 'TaskReassigned': {
      const { leadUnit, supportingUnits, deadline, deadlineBy, returnBy } = data;
      const units = { leadUnit, supportingUnits };
      const assignment = {
        ...unterminated(task.assignment),
        ...units,
        deadline,
        ...(deadlineBy && { deadlineBy }),
        returnBy,
      };
      return {
        ...written({ type, data }),
        status: 'assigned',
        assignment,
        assignedSince: revision,
        deadline,
        firstDeadline: deadline,
        owedSince: returnBy.from,
        deadlineSince: revision,
        deadlineOn: returnBy.from,
      };
    }
    case 'TaskAccepted': {
      const { responsible } = data;
      const people = [...task.people, responsible];
      return { ...next, status: 'accepted', responsible, firstResponsible: responsible, people };
    }
    case 'MeasuresPlanned': {
      const { measures } = data;
      const people = [...task.people, ...peopleIn(measures)];
      return { ...next, status: 'planned', measures, firstPlan: measures, people };
    }
    case 'MeasuresChanged': {
      const people = [...task.people, ...peopleIn(data.measures)];
      return { ...written({ type, data }), measures: data.measures, people };
    }
    case 'ResponsibleNamed': {
      const { responsible } = data;
      return { ...written({ type, data }), responsible, people: [...task.people, responsible] };
    }
    case 'ProgressReported':
      return { ...written({ type, data }), done: [...task.done, ...data.done] };
    case 'EvidenceAttached':
    case 'TaskReminded':
      return written({ type, data } as Entry);
    case 'CloseOutRequested':
      return { ...written({ type, data }), status: 'close-out-requested', ...closeOuts(event) };
    case 'CloseOutVerified':
      return { ...next, status: 'verified', ...closeOuts(event) };
    case 'CloseOutRejected':
      return { ...next, status: 'planned', ...closeOuts(event) };
    case 'NoticePublished':
      return { ...next, status: 'on-notice', ...closeOuts(event) };
    case 'ObjectionAnswered':
      return { ...next, ...(data.upheld && { status: 'planned' }), ...closeOuts(event) };
    case 'CloseOutSigned':
    case 'NoticeSkipped':
    case 'ObjectionRaised':
      return { ...next, ...closeOuts(event) };
    case 'TaskClosed': {
      const due = data.lookBack && { lookBack: { ...data.lookBack, status: 'awaited' as const } };
      return { ...next, status: 'closed', ...closeOuts(event), cards: ended(task.cards), ...due };
    }
    case 'TaskReopened': {
      const { reason, deadline, on: owedSince = task.owedSince } = data;
      const set = { deadlineSince: revision, deadlineOn: owedSince };
      const moved = deadline && { deadline, firstDeadline: deadline, ...set };
      const reopened = { reason, ...(deadline && { deadline }) };
      return { ...next, status: 'planned', reopened, owedSince, ...lookBack('lapsed'), ...moved };
    }
    case 'TaskWithdrawn':
      return { ...next, status: 'withdrawn', cards: ended(task.cards) };
    case 'ExtensionGranted': {
      const extensions = extensionsAfter(task.extensions, event);
      const { until: deadline, on: deadlineOn = task.deadlineOn } = data;
      return { ...next, deadline, deadlineSince: revision, deadlineOn, extensions };
    }
    case 'ExtensionRequested':
    case 'ExtensionRefused':
    case 'ExtensionLapsed':
      return { ...next, extensions: extensionsAfter(task.extensions, event) };
    case 'CardDrawn':
    case 'CardAnswered':
    case 'CardAppealed':
    case 'AppealDecided':
      return { ...next, cards: cardsAfter(task.cards, event, revision) };
    case 'EscalationProposed':
    case 'EscalationApproved':
    case 'EscalationRefused':
    case 'EscalationCarriedOut':
    case 'EscalationLapsed':
      return { ...next, escalations: escalationsAfter(task.escalations, event) };
    case 'LookBackFellDue':
      return { ...next, ...lookBack('due') };
    case 'LookedBack':
      return { ...written({ type, data }), ...(data.dueOn && lookBack('done')) };
    case 'ReviewRequested':
      return { ...next, reviews: reviewsAfter(task.reviews, event, revision) };
    case 'ReviewAnswered': {
      const { criterion } = data;
      const assignment = { ...task.assignment, ...(criterion !== undefined && { criterion }) };
      return { ...next, reviews: reviewsAfter(task.reviews, event, revision), assignment };
    }
  }
};

/** How the deadline of before was computed says nothing of the next one. */
const unterminated = ({ deadlineBy: _, ...assignment }: Assignment): Assignment => assignment;

const peopleIn = (measures: readonly Measure[]): readonly PersonId[] => measures.map(({ person }) => person);

export const tasks: Aggregate<Task, TaskEvent> = { ...taskEvents, initial: { status: 'unassigned' }, evolve };

/** Whether its measures were ever planned: before that, there is nothing to report, to show or to close. */
export const isPlanned = ({ firstPlan }: AssignedTask): boolean => firstPlan.length > 0;

/** Whether nothing is owed any more: struck off, or taken back by a review. */
export const isOver = ({ status }: AssignedTask): boolean => status === 'closed' || status === 'withdrawn';

/** The request for more time that waits for an answer; there is one at a time. */
export const pendingOf = ({ extensions }: AssignedTask): Extension | undefined =>
  extensions.find(({ status }) => status === 'pending');

/** What was written under an id. */
export const entryOf = ({ entries }: AssignedTask, id: EntryId): Entry | undefined =>
  entries.find(({ data }) => data.entryId === id);

export const unitsOf = ({
  leadUnit,
  supportingUnits,
}: Pick<Assignment, 'leadUnit' | 'supportingUnits'>): readonly UnitId[] => [leadUnit, ...supportingUnits];

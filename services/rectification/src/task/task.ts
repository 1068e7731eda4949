import {
  type Measure,
  type TaskEvent,
  taskEvents,
  type Unfinished,
} from '@redress/contracts/rectification/task.events';
import type { ExtensionStatus } from '@redress/contracts/rectification/extend-deadline';
import type { CloseOutStatus, TaskStatus } from '@redress/contracts/rectification/words';
import type {
  Day,
  EntryId,
  ExtensionId,
  MeasureId,
  PersonId,
  Sha256,
  UnitId,
} from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type Task = { readonly status: 'unassigned' } | AssignedTask;

export type AssignedTask = {
  readonly status: TaskStatus;
  /** Of its stream, at the last event. */
  readonly revision: number;
  /** As it is now. */
  readonly assignment: Assignment;
  readonly firstAssignment: Assignment;
  /** The day that holds now. The first one is in the assignment. */
  readonly deadline: Day;
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
  /** What was said when it was last reopened. */
  readonly reopenedBecause?: string;
};

type DataOf<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>['data'];
export type Assignment = DataOf<'TaskAssigned'>;
export type Entry = Extract<
  TaskEvent,
  {
    type:
      | 'TaskReturned'
      | 'TaskReassigned'
      | 'MeasuresChanged'
      | 'ResponsibleNamed'
      | 'ProgressReported'
      | 'EvidenceAttached'
      | 'CloseOutRequested';
  }
>;

/** A request for more time, and what became of it. */
export type Extension = {
  readonly id: ExtensionId;
  readonly until: Day;
  readonly reason: string;
  readonly status: ExtensionStatus;
  readonly refusal?: string;
};

/** A request to strike the line off, and what became of it. */
export type CloseOut = {
  readonly id: EntryId;
  readonly summary: string;
  readonly unfinished: readonly Unfinished[];
  readonly evidence: readonly Sha256[];
  readonly status: CloseOutStatus;
  readonly answer?: CloseOutAnswer;
  readonly outcome?: string;
};
export type CloseOutAnswer = Extract<TaskEvent, { type: 'CloseOutVerified' | 'CloseOutRejected' }>;

const evolve = (task: Task, { type, data }: TaskEvent): Task => {
  if (type === 'TaskAssigned') {
    const plan = { measures: [], firstPlan: [], people: [], done: [] };
    const nothing = { extensions: [], ...plan, entries: [], closeOuts: [] };
    return {
      status: 'assigned',
      revision: 0,
      assignment: data,
      firstAssignment: data,
      deadline: data.deadline,
      ...nothing,
    };
  }
  if (task.status === 'unassigned') return task;

  const next = { ...task, revision: task.revision + 1 };
  const closeOuts = (id: EntryId | undefined, change: Partial<CloseOut>): readonly CloseOut[] =>
    task.closeOuts.map((closeOut) => (closeOut.id === id ? { ...closeOut, ...change } : closeOut));
  const extensions = (id: ExtensionId, change: Partial<Extension>): readonly Extension[] =>
    task.extensions.map((extension) => (extension.id === id ? { ...extension, ...change } : extension));

  switch (type) {
    case 'TaskReturned':
      return { ...next, status: 'returned', entries: [...task.entries, { type, data }] };
    case 'TaskReassigned': {
      const { leadUnit, supportingUnits, deadline, returnBy } = data;
      const assignment = { ...task.assignment, leadUnit, supportingUnits, deadline, returnBy };
      return {
        ...next,
        status: 'assigned',
        assignment,
        deadline,
        entries: [...task.entries, { type, data }],
      };
    }
    case 'TaskAccepted':
      return {
        ...next,
        status: 'accepted',
        responsible: data.responsible,
        firstResponsible: data.responsible,
        people: [...task.people, data.responsible],
      };
    case 'MeasuresPlanned':
      return {
        ...next,
        status: 'planned',
        measures: data.measures,
        firstPlan: data.measures,
        people: [...task.people, ...peopleIn(data.measures)],
      };
    case 'MeasuresChanged':
      return {
        ...next,
        measures: data.measures,
        people: [...task.people, ...peopleIn(data.measures)],
        entries: [...task.entries, { type, data }],
      };
    case 'ResponsibleNamed':
      return {
        ...next,
        responsible: data.responsible,
        people: [...task.people, data.responsible],
        entries: [...task.entries, { type, data }],
      };
    case 'ProgressReported':
      return { ...next, entries: [...task.entries, { type, data }], done: [...task.done, ...data.done] };
    case 'EvidenceAttached':
      return { ...next, entries: [...task.entries, { type, data }] };
    case 'CloseOutRequested': {
      const { entryId: id, summary, unfinished, evidence, replaces } = data;
      const asked: CloseOut = { id, summary, unfinished, evidence, status: 'requested' };
      const before = closeOuts(replaces, { status: 'replaced' });
      const entries = [...task.entries, { type, data }];
      return { ...next, status: 'close-out-requested', entries, closeOuts: [...before, asked] };
    }
    case 'CloseOutVerified':
      return {
        ...next,
        status: 'verified',
        closeOuts: closeOuts(data.entryId, { status: 'verified', answer: { type, data } }),
      };
    case 'CloseOutRejected':
      return {
        ...next,
        status: 'planned',
        closeOuts: closeOuts(data.entryId, { status: 'rejected', answer: { type, data } }),
      };
    case 'TaskClosed': {
      const { entryId, outcome } = data;
      return { ...next, status: 'closed', closeOuts: closeOuts(entryId, { status: 'closed', outcome }) };
    }
    case 'TaskReopened':
      return { ...next, status: 'planned', reopenedBecause: data.reason };
    case 'ExtensionRequested': {
      const { extensionId: id, until, reason } = data;
      return { ...next, extensions: [...task.extensions, { id, until, reason, status: 'pending' }] };
    }
    case 'ExtensionGranted':
      return {
        ...next,
        deadline: data.until,
        extensions: extensions(data.extensionId, { status: 'granted' }),
      };
    case 'ExtensionRefused':
      return {
        ...next,
        extensions: extensions(data.extensionId, { status: 'refused', refusal: data.reason }),
      };
    case 'ExtensionLapsed':
      return { ...next, extensions: extensions(data.extensionId, { status: 'lapsed' }) };
  }
};

const peopleIn = (measures: readonly Measure[]): readonly PersonId[] => measures.map(({ person }) => person);

export const tasks: Aggregate<Task, TaskEvent> = { ...taskEvents, initial: { status: 'unassigned' }, evolve };

/** Whether its measures were ever planned: before that, there is nothing to report, to show or to close. */
export const isPlanned = ({ firstPlan }: AssignedTask): boolean => firstPlan.length > 0;

/** The request for more time that waits for an answer; there is one at a time. */
export const pendingOf = ({ extensions }: AssignedTask): Extension | undefined =>
  extensions.find(({ status }) => status === 'pending');

/** What was written under an id. */
export const entryOf = ({ entries }: AssignedTask, id: EntryId): Entry | undefined =>
  entries.find(({ data }) => data.entryId === id);

/** What was attached so far, each hash once, in the order in which it came. */
export const evidenceOf = ({ entries }: AssignedTask): readonly Sha256[] => [
  ...new Set(entries.flatMap(({ type, data }) => (type === 'EvidenceAttached' ? [data.sha256] : []))),
];

/** Whether the request names exactly what is attached now. */
export const namesAllEvidence = ({ evidence }: CloseOut, task: AssignedTask): boolean =>
  evidenceOf(task).every((sha256) => evidence.includes(sha256));

export const unitsOf = ({
  leadUnit,
  supportingUnits,
}: Pick<Assignment, 'leadUnit' | 'supportingUnits'>): readonly UnitId[] => [leadUnit, ...supportingUnits];

import type { CardColour, TaskType } from '@redress/contracts/rectification/words';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { CaseId, Day, TaskId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** What a timer needs to know of a task to tell whether it is worth a look. The rule decides, on the task itself. */
export type Watched = {
  readonly id: TaskId;
  readonly caseId: CaseId;
  /** At the last event that changes what may fall due. */
  readonly revision: number;
  readonly taskType: TaskType;
  readonly deadline: Day;
  /** The gravest card in force; `over` while nobody owes anything. */
  readonly card: CardColour | 'none' | 'over';
  /** What was asked in time and waits for others holds all cards back. */
  readonly moreTimeAsked: boolean;
  readonly closeOutAsked: boolean;
  /** The last day for the answer to a yellow card; it stays when that is answered. */
  readonly answerBy?: Day;
  /** When somebody has to look whether the fix lasted, until that is known. */
  readonly lookBackOn?: Day;
};

const NOTHING_OWED = { card: 'over', moreTimeAsked: false, closeOutAsked: false, answerBy: null } as const;

/** One line a task, by what may fall due. */
export const watch: Projection<TaskEvent, Watched> = {
  name: 'watch',
  version: 2,
  of: taskEvents,
  indexes: [['card', 'deadline', 'taskType', 'moreTimeAsked', 'closeOutAsked'], ['answerBy'], ['lookBackOn']],
  search: [],
  on: {
    TaskAssigned: ({ taskId: id, taskType, deadline }, { revision, correlationId: caseId }) => ({
      put: {
        id,
        caseId,
        revision,
        taskType,
        deadline,
        card: 'none',
        moreTimeAsked: false,
        closeOutAsked: false,
      },
    }),
    TaskReturned: ({ taskId }, { revision }) => ({ set: taskId, to: { revision, ...NOTHING_OWED } }),
    TaskReassigned: ({ taskId, deadline }, { revision }) => ({
      set: taskId,
      to: { revision, card: 'none', deadline },
    }),
    TaskClosed: ({ taskId, lookBack }, { revision }) => ({
      set: taskId,
      to: { revision, ...NOTHING_OWED, lookBackOn: lookBack?.on ?? null },
    }),
    TaskReopened: ({ taskId, deadline }, { revision }) => ({
      set: taskId,
      to: { revision, card: 'none', deadline, lookBackOn: null },
    }),
    TaskWithdrawn: ({ taskId }, { revision }) => ({
      set: taskId,
      to: { revision, ...NOTHING_OWED, lookBackOn: null },
    }),
    ExtensionRequested: ({ taskId }, { revision }) => ({
      set: taskId,
      to: { revision, moreTimeAsked: true },
    }),
    // Whatever card is in force was for another deadline: the rule knows which of them leaves room for one.
    ExtensionGranted: ({ taskId, until }, { revision }) => ({
      set: taskId,
      to: { revision, moreTimeAsked: false, deadline: until, card: 'none' },
    }),
    ExtensionRefused: ({ taskId }, { revision }) => ({ set: taskId, to: { revision, moreTimeAsked: false } }),
    ExtensionLapsed: ({ taskId }, { revision }) => ({ set: taskId, to: { revision, moreTimeAsked: false } }),
    // Signed later, it is looked at needlessly: the rule knows that it holds the cards back then.
    CloseOutRequested: ({ taskId, late, signature }, { revision }) => ({
      set: taskId,
      to: { revision, closeOutAsked: late !== true && signature !== 'awaited' },
    }),
    CloseOutRejected: ({ taskId }, { revision }) => ({ set: taskId, to: { revision, closeOutAsked: false } }),
    ObjectionAnswered: ({ taskId, upheld }, { revision }) => ({
      set: taskId,
      to: { revision, ...(upheld && { closeOutAsked: false }) },
    }),
    CardDrawn: ({ taskId, colour: card, answerBy }, { revision }) => ({
      set: taskId,
      to: { revision, card, answerBy: answerBy?.to ?? null },
    }),
    AppealDecided: ({ taskId, left, answerBy }, { revision }) => ({
      set: taskId,
      to: { revision, card: left ?? 'none', answerBy: left === 'yellow' ? answerBy?.to : null },
    }),
    LookBackFellDue: ({ taskId }, { revision }) => ({ set: taskId, to: { revision, lookBackOn: null } }),
    LookedBack: ({ taskId, dueOn }, { revision }) => ({
      set: taskId,
      to: { revision, ...(dueOn && { lookBackOn: null }) },
    }),
  },
};

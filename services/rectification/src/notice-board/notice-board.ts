import type { PublicNotice } from '@redress/contracts/rectification/public-notice';
import { type TaskEvent, taskEvents } from '@redress/contracts/rectification/task.events';
import type { ObjectionStatus } from '@redress/contracts/rectification/words';
import type { Day, EntryId, TaskId } from '@redress/contracts/values';
import type { Patch, Projection } from '@redress/read-models/projection';

/** What the public may know of a task; a task of which nothing is shown has only the objections of before. */
export type NoticeRow = {
  readonly id: TaskId;
  readonly shown?: Omit<PublicNotice, 'id' | 'status'>;
  /** The request that is shown. */
  readonly closeOut?: EntryId;
  readonly until?: Day;
  /** In which words are searched. */
  readonly words?: string;
  readonly closed?: true;
  /** To this request and to those before. */
  readonly objections: Readonly<Record<EntryId, PublicAnswer>>;
};

export type PublicAnswer = {
  readonly closeOut: EntryId;
  readonly status: ObjectionStatus;
  readonly answer?: string;
};

const NOTHING: Patch<Omit<NoticeRow, 'id' | 'objections'>> = {
  shown: null,
  closeOut: null,
  until: null,
  words: null,
  closed: null,
};

/** 公示: what anybody may see. Neither who did something nor what an objection says comes here. */
export const publicNotices: Projection<TaskEvent, NoticeRow> = {
  name: 'publicNotices',
  version: 1,
  of: taskEvents,
  indexes: [['until']],
  search: ['words'],
  on: {
    TaskAssigned: ({ taskId: id }) => ({ put: { id, objections: {} } }),
    CloseOutRequested: ({ taskId }) => ({ set: taskId, to: NOTHING }),
    NoticePublished: ({ taskId, entryId: closeOut, title, text, criterion, unitName: unit, term }) => {
      const { from, to: until } = term;
      const shown = { title, text, criterion, unit, from, until };
      return {
        set: taskId,
        to: { shown, closeOut, until, words: [title, text, criterion, unit].join('\n') },
      };
    },
    ObjectionRaised: ({ taskId, entryId: closeOut, objectionId }) => ({
      set: taskId,
      to: { objections: { [objectionId]: { closeOut, status: 'raised' } } },
    }),
    ObjectionAnswered: ({ taskId, objectionId, upheld, answer }) => ({
      set: taskId,
      to: {
        ...(upheld && NOTHING),
        objections: { [objectionId]: { status: upheld ? 'upheld' : 'dismissed', answer } },
      },
    }),
    TaskClosed: ({ taskId }) => ({ set: taskId, to: { closed: true } }),
    TaskReopened: ({ taskId }) => ({ set: taskId, to: NOTHING }),
    TaskWithdrawn: ({ taskId }) => ({ set: taskId, to: NOTHING }),
  },
};

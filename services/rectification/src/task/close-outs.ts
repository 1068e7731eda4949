import type { TaskEvent, Unfinished } from '@redress/contracts/rectification/task.events';
import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { CloseOutStatus, ObjectionStatus, Signature } from '@redress/contracts/rectification/words';
import type { EntryId, Sha256 } from '@redress/contracts/values';

/** A request to strike the line off, and what became of it. */
export type CloseOut = {
  readonly id: EntryId;
  readonly summary: string;
  readonly unfinished: readonly Unfinished[];
  readonly evidence: readonly Sha256[];
  readonly status: CloseOutStatus;
  readonly signature: Signature;
  /** Made after the deadline had passed. */
  readonly late: boolean;
  readonly answer?: CloseOutAnswer;
  readonly notice?: Notice;
  readonly objections: readonly Objection[];
  readonly outcome?: string;
};

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;
export type CloseOutAnswer = Of<'CloseOutVerified' | 'CloseOutRejected'>;

/** What the public was shown, and until when; or why it was not. */
export type Notice =
  | { readonly text: string; readonly term: TermOfEvent }
  | { readonly ground: string; readonly reason: string };

export type Objection = {
  readonly id: EntryId;
  readonly text: string;
  readonly status: ObjectionStatus;
  readonly answer?: string;
};

export type CloseOutEvent = Of<
  | 'CloseOutRequested'
  | 'CloseOutSigned'
  | 'CloseOutVerified'
  | 'CloseOutRejected'
  | 'NoticePublished'
  | 'NoticeSkipped'
  | 'ObjectionRaised'
  | 'ObjectionAnswered'
  | 'TaskClosed'
>;

export const closeOutsAfter = (
  closeOuts: readonly CloseOut[],
  { type, data }: CloseOutEvent,
): readonly CloseOut[] => {
  const changed = (id: EntryId | undefined, change: Partial<CloseOut>): readonly CloseOut[] =>
    closeOuts.map((closeOut) => (closeOut.id === id ? { ...closeOut, ...change } : closeOut));
  const objectionsTo = (id: EntryId): readonly Objection[] =>
    closeOuts.find((closeOut) => closeOut.id === id)?.objections ?? [];

  switch (type) {
    case 'CloseOutRequested': {
      const { entryId: id, summary, unfinished, evidence, replaces, signature = 'not-required' } = data;
      const { late = false } = data;
      const asked = {
        id,
        summary,
        unfinished,
        evidence,
        signature,
        late,
        status: 'requested',
        objections: [],
      } as const;
      return [...changed(replaces, { status: 'replaced' }), asked];
    }
    case 'CloseOutSigned':
      return changed(data.entryId, { signature: 'given' });
    case 'CloseOutVerified':
      return changed(data.entryId, { status: 'verified', answer: { type, data } });
    case 'CloseOutRejected':
      return changed(data.entryId, { status: 'rejected', answer: { type, data } });
    case 'NoticePublished':
      return changed(data.entryId, { notice: { text: data.text, term: data.term } });
    case 'NoticeSkipped':
      return changed(data.entryId, { notice: { ground: data.ground, reason: data.reason } });
    case 'ObjectionRaised': {
      const { entryId, objectionId: id, text } = data;
      return changed(entryId, { objections: [...objectionsTo(entryId), { id, text, status: 'raised' }] });
    }
    case 'ObjectionAnswered': {
      const { entryId, objectionId, upheld, answer } = data;
      const status = upheld ? 'upheld' : 'dismissed';
      const objections = objectionsTo(entryId).map((one) =>
        one.id === objectionId ? ({ ...one, status, answer } as const) : one,
      );
      return changed(entryId, { objections, ...(upheld && { status: 'objected' }) });
    }
    case 'TaskClosed':
      return changed(data.entryId, { status: 'closed', outcome: data.outcome });
  }
};

/** From when until when it is shown to the public; undefined where it is not. */
export const noticeTermOf = ({ notice }: CloseOut): TermOfEvent | undefined =>
  notice && 'term' in notice ? notice.term : undefined;

/** The request that is neither used up nor replaced; there is one at a time. */
export const openCloseOut = (closeOuts: readonly CloseOut[]): CloseOut | undefined =>
  closeOuts.find(({ status }) => status === 'requested' || status === 'verified');

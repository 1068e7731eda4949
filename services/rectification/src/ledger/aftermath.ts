import type { AftermathEvent } from '@redress/contracts/rectification/aftermath.events';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import type { TaskRow } from '@redress/contracts/rectification/ledger';
import type { CardId } from '@redress/contracts/values';
import type { Patch, Projection } from '@redress/read-models/projection';
import { authorship, moved } from './entries.js';

/** What a line begins with, besides the work. */
export const noAftermath = {
  cards: {},
  reminders: {},
  escalations: {},
  objections: {},
  lookBacks: {},
  reviews: {},
} as const;

/** Nothing is left to warn of. */
export const cardsEnded = (ids: readonly CardId[] = []): Patch<Pick<TaskRow, 'cards' | 'card'>> => ({
  card: null,
  cards: Object.fromEntries(ids.map((id) => [id, { status: 'ended' as const }])),
});

/** What a line of the ledger shows of reminders, cards and the last two steps, of notice, later check and review. */
export const aftermath: Projection<EscalationEvent | AftermathEvent, TaskRow>['on'] = {
  TaskReminded: ({ taskId, entryId, text }, recorded) => ({
    set: taskId,
    to: { ...moved(recorded), reminders: { [entryId]: { ...authorship(recorded), text } } },
  }),
  CardDrawn: ({ taskId, cardId, ...drawn }, recorded) => {
    const { colour, rule, dueOn, deadline, policy, appealBy, counted, answerBy, reason } = drawn;
    const why = { dueOn, deadline, policy, appealBy, counted, answerBy, reason };
    const card = { ...authorship(recorded), colour, rule, status: 'in-force' as const, ...why };
    return { set: taskId, to: { ...moved(recorded), card: colour, cards: { [cardId]: card } } };
  },
  CardAnswered: ({ taskId, cardId, text }, recorded) => ({
    set: taskId,
    to: { ...moved(recorded), cards: { [cardId]: { answer: { ...authorship(recorded), text } } } },
  }),
  CardAppealed: ({ taskId, cardId, reason: text }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      cards: { [cardId]: { status: 'appealed', appeal: { ...authorship(recorded), text } } },
    },
  }),
  AppealDecided: ({ taskId, cardId, upheld, reason, left, answerBy }, recorded) => {
    const status = upheld ? 'withdrawn' : 'in-force';
    const decision = { ...authorship(recorded), upheld, reason };
    return {
      set: taskId,
      to: { ...moved(recorded), card: left ?? null, cards: { [cardId]: { status, decision, answerBy } } },
    };
  },
  EscalationProposed: ({ taskId, entryId, kind, cardId, reason }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      escalations: { [entryId]: { ...authorship(recorded), kind, status: 'proposed', cardId, reason } },
    },
  }),
  EscalationApproved: ({ taskId, entryId }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      escalations: { [entryId]: { status: 'approved', answer: authorship(recorded) } },
    },
  }),
  EscalationRefused: ({ taskId, entryId, reason }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      escalations: { [entryId]: { status: 'refused', answer: { ...authorship(recorded), reason } } },
    },
  }),
  EscalationCarriedOut: ({ taskId, entryId, on, record }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      escalations: {
        [entryId]: { status: 'carried-out', carriedOut: { ...authorship(recorded), on, record } },
      },
    },
  }),
  EscalationLapsed: ({ taskId, entryId }, recorded) => ({
    set: taskId,
    to: { ...moved(recorded), escalations: { [entryId]: { status: 'lapsed' } } },
  }),
  CloseOutSigned: ({ taskId, entryId }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      closeOuts: { [entryId]: { signature: 'given', signed: authorship(recorded) } },
    },
  }),
  NoticePublished: ({ taskId, entryId, text, term }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      status: 'on-notice',
      noticeUntil: term.to,
      closeOuts: { [entryId]: { notice: { ...authorship(recorded), text, term } } },
    },
  }),
  NoticeSkipped: ({ taskId, entryId, ground, reason }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      closeOuts: { [entryId]: { notice: { ...authorship(recorded), ground, reason } } },
    },
  }),
  ObjectionRaised: ({ taskId, entryId: closeOut, objectionId, text }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      objections: { [objectionId]: { ...authorship(recorded), closeOut, text, status: 'raised' } },
    },
  }),
  ObjectionAnswered: ({ taskId, entryId, objectionId, upheld, answer }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      ...(upheld && { status: 'planned', closeOuts: { [entryId]: { status: 'objected' } } }),
      objections: {
        [objectionId]: {
          status: upheld ? 'upheld' : 'dismissed',
          answer: { ...authorship(recorded), text: answer },
        },
      },
    },
  }),
  LookBackFellDue: ({ taskId }, recorded) => ({ set: taskId, to: moved(recorded) }),
  LookedBack: ({ taskId, entryId, found, seen, where, on, dueOn }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      ...(dueOn && { lookBackOn: null }),
      lookBacks: { [entryId]: { ...authorship(recorded), found, seen, where, on } },
    },
  }),
  ReviewRequested: ({ taskId, entryId, reason, answerBy }, recorded) => ({
    set: taskId,
    to: { ...moved(recorded), reviews: { [entryId]: { ...authorship(recorded), reason, answerBy } } },
  }),
  ReviewAnswered: ({ taskId, entryId, outcome, reason, criterion, daysLate }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      criterion,
      reviews: { [entryId]: { answer: { ...authorship(recorded), outcome, reason, criterion, daysLate } } },
    },
  }),
  TaskWithdrawn: ({ taskId, endedCards }, recorded) => ({
    set: taskId,
    to: {
      ...moved(recorded),
      status: 'withdrawn',
      lookBackOn: null,
      isOpen: false,
      ...cardsEnded(endedCards),
    },
  }),
};

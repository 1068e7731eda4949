import {
  changeIt,
  contest,
  lookBack,
  lookBackOn,
  takeBack,
  upholdIt,
} from '@redress/contracts/rectification/aftermath.examples';
import {
  approveTalk,
  holdTalk,
  proposeCircular,
  proposeTalk,
  refuseTalk,
  remind,
} from '@redress/contracts/rectification/escalation.examples';
import { day31, lead, today } from '@redress/contracts/rectification/people.examples';
import { ask, taskId } from '@redress/contracts/rectification/task.examples';
import type { CardId, EntryId, PersonId } from '@redress/contracts/values';
import { appealCard, decideAppeal } from '../appeal-card/appeal-card.js';
import { drawCard } from '../draw-card/draw-card.js';
import {
  approveEscalation,
  carryOutEscalation,
  proposeEscalation,
  refuseEscalation,
} from '../escalate-task/escalate-task.js';
import { recordLookBack } from '../look-back/look-back.js';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { standards } from '../policy/standards.examples.js';
import { remindTask } from '../remind-task/remind-task.js';
import { requestCloseOut } from '../request-close-out/request-close-out.js';
import { answerReview, requestReview } from '../review-task/review-task.js';
import { signCloseOut } from '../sign-close-out/sign-close-out.js';
import type { Happened, Rule } from './walked.examples.js';
import { independent } from './standing.examples.js';

/** Who listed the issue; everybody else that assigned the task is told by the walk. */
export const lister = '0190a5c4-1111-7aaa-8aaa-000000000234' as PersonId;
/** Somebody of the lead unit who does not lead it. */
export const clerk = { ...lead, person: '0190a5c4-1111-7aaa-8aaa-000000000244' as PersonId };
const heads = [lead.person];

export const authorsIn = (happened: readonly Happened[]): readonly PersonId[] => [
  lister,
  ...happened.flatMap(({ event: { type }, actor }) =>
    type === 'TaskAssigned' || type === 'TaskReassigned' ? (actor.person ?? []) : [],
  ),
];

/** What presses for a task that is late, and what follows the work, with the ids of a small pool. */
export const lateRules = (entryId: EntryId) => {
  const cardId = entryId as string as CardId;
  return {
    remind: (actor) => remindTask({ ...remind, entryId }, actor),
    drawRed: (actor) =>
      drawCard({ taskId, cardId, colour: 'red', reason: 'A year' }, actor, today, standards),
    drawYellow: (actor) =>
      drawCard({ taskId, cardId, colour: 'yellow', reason: 'A month' }, actor, today, standards),
    appeal: (actor) => appealCard({ taskId, cardId, reason: 'Not ours' }, actor, today),
    withdrawCard: (actor) =>
      decideAppeal({ taskId, cardId, upheld: true, reason: 'Right' }, actor, today, standards),
    proposeTalk: (actor) => proposeEscalation({ ...proposeTalk, entryId }, actor, DEFAULT_POLICY),
    proposeCircular: (actor) => proposeEscalation({ ...proposeCircular, entryId }, actor, DEFAULT_POLICY),
    approve: (actor) => approveEscalation({ ...approveTalk, entryId }, actor, DEFAULT_POLICY),
    refuseStep: (actor) => refuseEscalation({ ...refuseTalk, entryId }, actor, DEFAULT_POLICY),
    carryOut: (actor) => carryOutEscalation({ ...holdTalk, entryId }, actor, holdTalk.on),
    contest: (actor) => requestReview({ ...contest, entryId }, actor, today, DEFAULT_POLICY),
    uphold: (actor, happened) =>
      answerReview({ ...upholdIt, entryId }, actor, today, independent, authorsIn(happened)),
    changeIt: (actor, happened) =>
      answerReview({ ...changeIt, entryId }, actor, day31, independent, authorsIn(happened)),
    takeBack: (actor, happened) =>
      answerReview({ ...takeBack, entryId }, actor, today, independent, authorsIn(happened)),
    askUnsigned: (actor) => requestCloseOut({ ...ask, entryId }, actor, today, heads),
    sign: (actor) => signCloseOut({ taskId, entryId }, actor, heads),
    lookBack: (actor) => recordLookBack({ ...lookBack, entryId }, actor, lookBackOn, independent),
    lookEarly: (actor) => recordLookBack({ ...lookBack, entryId, on: today }, actor, today, independent),
  } satisfies Readonly<Record<string, Rule>>;
};

import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type {
  RejectCloseOut,
  RejectingRejection,
  VerificationRejection,
  VerifyCloseOut,
} from '@redress/contracts/rectification/verify-close-out';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { CloseOut, CloseOutAnswer } from '../task/close-outs.js';
import { namesAllEvidence } from '../task/attached.js';
import { type AssignedTask, type Task } from '../task/task.js';
import { type Standing, whatKeeps } from '../task/who.js';

type Decide<Reason extends string> = (task: Task) => Decision<TaskEvent, Reason>;

/**
 * Somebody independent confirms the request, signed where that is asked for, having seen it on a day that has come. `standing` is
 * that of the verifier on the day of the act.
 */
export const verifyCloseOut = (
  command: VerifyCloseOut,
  actor: Actor,
  today: Day,
  standing: Standing,
): Decide<VerificationRejection> =>
  answered({ type: 'CloseOutVerified', data: { ...command } }, actor, standing, (closeOut, task) => {
    if (!namesAllEvidence(closeOut, task)) return 'evidence-changed';
    if (closeOut.signature === 'awaited') return 'close-out-not-signed';
    if (command.on > today) return 'seen-in-the-future';
    return undefined;
  });

/** Somebody independent says what is missing; the task is open again. */
export const rejectCloseOut = (
  command: RejectCloseOut,
  actor: Actor,
  standing: Standing,
): Decide<RejectingRejection> =>
  answered<never>({ type: 'CloseOutRejected', data: { ...command } }, actor, standing, () => undefined);

type Objection<Reason extends string> = (closeOut: CloseOut, task: AssignedTask) => Reason | undefined;

/** What both answers need: a verifier who has no part in the task, and a request that waits for an answer. */
const answered =
  <Reason extends string>(
    answer: CloseOutAnswer,
    actor: Actor,
    standing: Standing,
    objection: Objection<Reason>,
  ): Decide<Reason | RejectingRejection> =>
  (task) => {
    if (task.status === 'unassigned') return reject('no-such-task');
    if (actor.role !== 'inspection' && actor.role !== 'office') return reject('not-a-verifier');
    const kept = whatKeeps(actor, standing, task);
    if (kept) return reject(`verifier-${kept}`);

    const closeOut = task.closeOuts.find(({ id }) => id === answer.data.entryId);
    if (!closeOut) return reject('no-such-close-out');
    if (closeOut.answer && isDeepStrictEqual(said(closeOut.answer), answer)) return [];
    if (closeOut.status === 'replaced') return reject('close-out-replaced');
    if (closeOut.answer) return reject('close-out-already-answered');
    if (task.status === 'withdrawn') return reject('task-is-closed');
    const why = objection(closeOut, task);
    return why ? reject(why) : [withRecusal(answer, standing)];
  };

const said = ({ type, data: { recusal: _, ...data } }: CloseOutAnswer) => ({ type, data });

/** With what was known of whoever answered. */
const withRecusal = (answer: CloseOutAnswer, { recusal }: Standing): CloseOutAnswer =>
  ({ ...answer, data: { ...answer.data, ...(recusal && { recusal }) } }) as CloseOutAnswer;

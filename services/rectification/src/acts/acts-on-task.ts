import type { Recorded } from '@redress/contracts/event';
import { knownThen } from '@redress/contracts/inspection/known-then';
import type { Act, ActKind } from '@redress/contracts/inspection/recusal-acts';
import type { Independent } from '@redress/contracts/rectification/independent';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day, Instant, UnitId } from '@redress/contracts/values';
import { unitsOf } from '../task/task.js';

type Happened = TaskEvent & Recorded;

/** Who judged a task, from its history: whoever verified, rejected, looked back or answered a review. */
export const actsOnTask = (history: readonly Happened[], dayOf: (at: Instant) => Day): readonly Act[] => {
  let units: readonly UnitId[] = [];
  return history.flatMap((event): readonly Act[] => {
    if (event.type === 'TaskAssigned' || event.type === 'TaskReassigned') units = unitsOf(event.data);
    const judged = judgementIn(event);
    if (!judged) return [];
    const { act, recusal } = judged;
    const { person } = event.actor;
    return [
      {
        act,
        ...(person && { person }),
        on: recusal?.on ?? dayOf(event.happenedAt),
        at: event.happenedAt,
        recordedAt: event.recordedAt,
        times: 1,
        units: recusal?.units ?? units,
        caseId: event.correlationId,
        taskId: event.data.taskId,
        ...(recusal && { known: knownThen(recusal) }),
      },
    ];
  });
};

const KINDS: Readonly<Partial<Record<TaskEvent['type'], ActKind>>> = {
  CloseOutVerified: 'verified',
  CloseOutRejected: 'rejected',
  LookedBack: 'looked-back',
  ReviewAnswered: 'reviewed',
};

const judgementIn = (event: Happened) => {
  const act = KINDS[event.type];
  return act && { act, recusal: (event.data as Independent).recusal };
};

import { it } from '@jest/globals';
import {
  holdTalk,
  proposeCircular,
  redDrawn,
  talkApproved,
  talkHeld,
  talkProposed,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { officer } from '@redress/contracts/rectification/people.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { tasks } from '../task/task.js';
import { carryOutEscalation, proposeEscalation } from './escalate-task.js';

type Of<Type extends TaskEvent['type']> = Extract<TaskEvent, { type: Type }>;

const { given } = specFor(tasks);
const { entryId, kind } = proposeCircular;
const circularProposed = having<Of<'EscalationProposed'>>(talkProposed, proposeCircular);
const circularApproved = having<Of<'EscalationApproved'>>(talkApproved, { entryId, kind });
const circularHeld = having<Of<'EscalationCarriedOut'>>(talkHeld, { entryId, kind });
const late = [assigned, yellowDrawn, redDrawn] as const;

it('a circular that an earlier policy allowed at once is no talk before another circular', () => {
  const another = { ...proposeCircular, entryId: '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId };
  given(...late, circularProposed, circularApproved, circularHeld)
    .when(proposeEscalation(another, officer, DEFAULT_POLICY))
    .isRejected('step-before-not-taken');
});

it('after a talk was held, what the office says next of the circular is about the circular', () => {
  given(...late, talkProposed, talkApproved, talkHeld, circularProposed, circularApproved)
    .when(carryOutEscalation({ ...holdTalk, entryId }, officer, holdTalk.on))
    .yields(circularHeld);
});

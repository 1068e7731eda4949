import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import { taskId } from '@redress/contracts/rectification/task.examples';
import type { Day } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { standards } from '../policy/standards.examples.js';
import type { Standards } from '../policy/standards.js';
import { answerTerm, appealTerm } from '../policy/terms.js';
import { comeDue } from './come-due.js';

export type Drawn = EscalationEvent & { readonly type: 'CardDrawn' };
export type Decided = EscalationEvent & { readonly type: 'AppealDecided' };

/** What is due on a day, by the same standards on every day. */
export const due = (day: Day, by: Standards = standards) => comeDue({ taskId }, day, () => by);

/** The same card, drawn on another day. */
export const drawnOn = (day: Day, card: Drawn): Drawn =>
  having<Drawn>(card, {
    appealBy: appealTerm(standards, day),
    ...(card.data.answerBy && { answerBy: answerTerm(standards, day) }),
  });

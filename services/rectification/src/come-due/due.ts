import type { TermOfEvent } from '@redress/contracts/rectification/term';
import type { CardColour, CardRule } from '@redress/contracts/rectification/words';
import type { Day } from '@redress/contracts/values';
import type { Standards } from '../policy/standards.js';
import { termOf } from '../policy/terms.js';
import { isInForce } from '../task/cards.js';
import type { AssignedTask } from '../task/task.js';

/** Why a rule holds: the sum that led to the day, where there is one, and the events that it rests on. */
export type Held = { readonly counted?: TermOfEvent; readonly drawnOf: readonly number[] };

/** By which a timer draws cards. Each looks at one day, with what holds on that day. */
export type TimedRule = {
  readonly rule: Exclude<CardRule, 'office'>;
  readonly colour: CardColour;
  readonly holds: (task: AssignedTask, day: Day, standards: Standards) => Held | undefined;
};

const nearDue: TimedRule = {
  rule: 'near-due',
  colour: 'blue',
  holds: ({ deadline, deadlineSince, deadlineOn }, day, standards) => {
    if (day < deadlineOn) return undefined;
    const counted = termOf(standards, day, standards.policy.cards.blueWithinWorkingDays);
    return counted.to >= deadline ? { counted, drawnOf: [deadlineSince] } : undefined;
  },
};

const overdue: TimedRule = {
  rule: 'overdue',
  colour: 'yellow',
  holds: ({ deadline, deadlineSince }, day) => (day > deadline ? { drawnOf: [deadlineSince] } : undefined),
};

const longOverdue: TimedRule = {
  rule: 'long-overdue',
  colour: 'red',
  holds: ({ deadline, deadlineSince }, day, standards) => {
    const counted = termOf(standards, deadline, standards.policy.cards.redAfterWorkingDays);
    return day > counted.to ? { counted, drawnOf: [deadlineSince] } : undefined;
  },
};

/** While an appeal waits for its decision, nobody expects an answer; dismissed, the time for it begins anew. */
const yellowUnanswered: TimedRule = {
  rule: 'yellow-unanswered',
  colour: 'red',
  holds: ({ cards }, day) => {
    const yellow = cards.find((card) => isInForce(card) && card.answerBy !== undefined);
    if (!yellow?.answerBy || yellow.answer !== undefined || yellow.status === 'appealed') return undefined;
    return day > yellow.answerBy.to ? { counted: yellow.answerBy, drawnOf: [yellow.revision] } : undefined;
  },
};

/** In the order in which they come when several hold from the same day on. */
export const TIMED_RULES: readonly TimedRule[] = [nearDue, overdue, longOverdue, yellowUnanswered];

import type { Broken } from '../problems.js';
import { cards } from './cards.js';
import { directory } from './directory.js';
import { escalation } from './escalation.js';
import { evidence } from './evidence.js';
import { findings } from './findings.js';
import { general } from './general.js';
import { identity } from './identity.js';
import { inspection } from './inspection.js';
import { intake } from './intake.js';
import { moreTime } from './more-time.js';
import { policy } from './policy.js';
import { publicNotice } from './public-notice.js';
import { rectification } from './rectification.js';
import { reports } from './reports.js';
import { review } from './review.js';
import { ruleText } from './rules.js';
import type { Language, Text } from './text.js';
import { upkeep } from './upkeep.js';
import { visits } from './visits.js';

const TEXTS = {
  ...general,
  ...directory,
  ...identity,
  ...intake,
  ...inspection,
  ...rectification,
  ...moreTime,
  ...publicNotice,
  ...evidence,
  ...policy,
  ...escalation,
  ...review,
  ...visits,
  ...reports,
  ...findings,
  ...cards,
  ...upkeep,
};

/** A problem that has a title. Only such a problem can be thrown, and only such a rejection settled. */
export type ProblemType = keyof typeof TEXTS;

/** What a problem is called. */
export const titleOf = (type: ProblemType): Text => TEXTS[type];

type Message = { readonly rule: string; readonly message: string };

/** For each field, what is wrong with it. */
export const messagesOf = (
  broken: readonly Broken[],
  language: Language,
): Readonly<Record<string, readonly Message[]>> => {
  const messages = new Map<string, Message[]>();
  for (const { field, rule, limits } of broken) {
    // A function: in a text, what a field is called could stand for something else, as `$&` does.
    const message = ruleText(rule, limits)[language].replace('{field}', () => field);
    messages.set(field, [...(messages.get(field) ?? []), { rule, message }]);
  }
  return Object.fromEntries(messages);
};

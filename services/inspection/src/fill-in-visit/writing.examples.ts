import type { Actor } from '@redress/contracts/envelope';
import { seenAt } from '@redress/contracts/inspection/visit.examples';
import { inspector } from '@redress/contracts/rectification/people.examples';
import { checklist } from '../visit/histories.examples.js';
import { asMember } from '../visit/standing.examples.js';
import type { Standing } from '../visit/standing.js';
import type { Writing } from './entries.js';

/** Somebody writes in the visit of the examples, at the moment of its envelope. */
export const writingBy = (actor: Actor = inspector, standing: Standing = asMember): Writing => ({
  actor,
  checklist,
  now: seenAt,
  standingAt: () => standing,
});

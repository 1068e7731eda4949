import {
  redDrawn,
  talkApproved,
  talkHeld,
  talkLapsed,
  talkProposed,
  talkRefused,
  yellowDrawn,
} from '@redress/contracts/rectification/escalation.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { tasks } from '../task/task.js';

// The way of a formal talk about a task that has two cards, as far as each of its stations.
const { given } = specFor(tasks);
export const late = [assigned, yellowDrawn, redDrawn] as const;
export const isLate = given(...late);
export const proposed = given(...late, talkProposed);
export const approved = given(...late, talkProposed, talkApproved);
export const refused = given(...late, talkProposed, talkRefused);
export const held = given(...late, talkProposed, talkApproved, talkHeld);
export const lapsed = given(...late, talkProposed, talkLapsed);

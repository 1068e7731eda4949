import { checklistPublished } from '@redress/contracts/inspection/checklist.examples';
import {
  batchRecorded,
  inspectorsNamed,
  itemAnswered,
  visitCancelled,
  visitMissed,
  visitOpened,
  visitPlanned,
  visitSigned,
  visitSubmitted,
} from '@redress/contracts/inspection/visit.examples';
import { pinned } from '../pinned-checklist/pinned-checklist.js';

export const checklist = pinned(checklistPublished.data);

/** One history for each status of a visit. */
export const named = [visitPlanned, inspectorsNamed] as const;
export const opened = [...named, visitOpened] as const;
export const filledIn = [...opened, itemAnswered, batchRecorded] as const;
export const signed = [...filledIn, visitSigned] as const;
export const submitted = [...signed, visitSubmitted] as const;
export const cancelled = [...named, visitCancelled] as const;
export const missed = [...named, visitMissed] as const;
export const histories = [[], named, filledIn, signed, submitted, cancelled, missed] as const;

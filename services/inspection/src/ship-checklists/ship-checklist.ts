import type { ChecklistEvent, ContentOfEvent } from '@redress/contracts/inspection/checklist.events';
import type { ChecklistId } from '@redress/contracts/values';
import type { Decision } from '@redress/eventsourcing/decision';
import type { Checklist } from '../checklist/checklist.js';

/** What comes with the program is published where there is nothing yet: what the office made of it stays. */
export const shipChecklist =
  (checklistId: ChecklistId, content: ContentOfEvent) =>
  ({ versions }: Checklist): Decision<ChecklistEvent, never> =>
    versions.length > 0
      ? []
      : [{ type: 'ChecklistPublished', data: { checklistId, version: 1, ...content } }];

import type { Category, Event, Plain } from '../event.js';
import type { ChecklistId } from '../values.js';
import type { ChecklistContent } from './checklist.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
export type ChecklistEvent = Event<
  'ChecklistPublished',
  { checklistId: ChecklistId; version: number } & ContentOfEvent
>;

export type ContentOfEvent = Plain<ChecklistContent>;

export const checklistEvents: Category<ChecklistEvent> = {
  name: 'checklist',
  lifts: { ChecklistPublished: [] },
};

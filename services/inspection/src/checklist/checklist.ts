import {
  type ChecklistEvent,
  checklistEvents,
  type ContentOfEvent,
} from '@redress/contracts/inspection/checklist.events';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

export type ChecklistVersion = ContentOfEvent & { readonly version: number };

/** All versions that were ever published, the first one first. */
export type Checklist = { readonly versions: readonly ChecklistVersion[] };

export const checklists: Aggregate<Checklist, ChecklistEvent> = {
  ...checklistEvents,
  initial: { versions: [] },
  evolve: ({ versions }, { data: { version, title, sections } }) => ({
    versions: [...versions, { version, title, sections }],
  }),
};

/** A version, the last unless one is named; undefined for one that there is not. */
export const versionOf = ({ versions }: Checklist, version?: number): ChecklistVersion | undefined =>
  version === undefined ? versions.at(-1) : versions.find((one) => one.version === version);

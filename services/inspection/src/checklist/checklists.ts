import { Injectable } from '@nestjs/common';
import type { ChecklistId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { checklists, type ChecklistVersion, versionOf } from './checklist.js';

/** What was published, from the log itself. */
@Injectable()
export class Checklists {
  constructor(private readonly store: EventStore) {}

  /** A version, the last unless one is named; undefined for one that there is not. */
  async version(id: ChecklistId, version?: number): Promise<ChecklistVersion | undefined> {
    return versionOf(await load(this.store, checklists, id), version);
  }
}

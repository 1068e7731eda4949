import { randomUUIDv7 } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { checklistIdOf } from '@redress/contracts/inspection/ids';
import type { CaseId, MessageId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { EventStore } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { checklists } from '../checklist/checklist.js';
import { eightQuestions } from './eight-questions.js';
import { lookBack } from './look-back.js';
import { mobilisation } from './mobilisation.js';
import { recordsAndAttendance } from './records-and-attendance.js';
import { requiredActions } from './required-actions.js';
import { shipChecklist } from './ship-checklist.js';

/** By the code from which the id derives. Never changed: the office may have published a second version under it. */
export const SHIPPED = {
  'records-and-attendance': recordsAndAttendance,
  'eight-questions': eightQuestions,
  mobilisation,
  'required-actions': requiredActions,
  'look-back': lookBack,
} as const;

/** Whoever starts has checklists to begin with. */
@Injectable()
export class ShippedChecklists implements OnApplicationBootstrap {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const [code, content] of Object.entries(SHIPPED)) {
      const checklistId = checklistIdOf(code);
      const envelope = {
        actor: { role: 'system' },
        correlationId: randomUUIDv7() as CaseId,
        causationId: randomUUIDv7() as MessageId,
        happenedAt: this.clock.now(),
      } as const;
      await transact(this.store, checklists, checklistId, envelope, shipChecklist(checklistId, content));
    }
  }
}

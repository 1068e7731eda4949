import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { unitIdOf } from '@redress/contracts/directory/ids';
import { DissolveUnit, RecordUnit, type UnitRejection } from '@redress/contracts/directory/units';
import { Envelope } from '@redress/contracts/envelope';
import type { Day, UnitId } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { type Unit, unitOn, units } from '../unit/unit.js';
import { type Above, dissolveUnit, recordUnit } from './record-unit.js';

type Reply = Promise<Outcome<UnitRejection>>;

@Controller()
export class RecordUnitHandler {
  constructor(private readonly store: EventStore) {}

  @MessagePattern(RecordUnit.subject)
  async record(@Payload('command') command: RecordUnit, @Payload('envelope') envelope: Envelope): Reply {
    const { code, parent, from } = command;
    const above = parent === undefined ? [] : await this.above(unitIdOf(parent), from);
    const decide = recordUnit(command, envelope.actor, above);
    return transact(this.store, units, unitIdOf(code), envelope, decide);
  }

  @MessagePattern(DissolveUnit.subject)
  dissolve(@Payload('command') command: DissolveUnit, @Payload('envelope') envelope: Envelope): Reply {
    return transact(
      this.store,
      units,
      unitIdOf(command.code),
      envelope,
      dissolveUnit(command, envelope.actor),
    );
  }

  /** A unit and all above it on a day. */
  private async above(first: UnitId, day: Day): Promise<readonly Above[]> {
    const above: Above[] = [];
    for (let id: UnitId | undefined = first; id !== undefined && !above.some((seen) => seen.id === id);) {
      const unit: Unit = await load(this.store, units, id);
      above.push({ id, unit });
      id = unitOn(unit, day)?.parent;
    }
    return above;
  }
}

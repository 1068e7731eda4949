import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import {
  ApproveErasure,
  type ErasureRejection,
  type ErasureReport,
  type ExportRecorded,
  LiftLegalHold,
  ProposeErasure,
  ReadErasure,
  RecordExport,
  RefuseErasure,
  SetLegalHold,
} from '@redress/contracts/directory/erasure';
import type { ErasureEvent } from '@redress/contracts/directory/erasure.events';
import { personEvents } from '@redress/contracts/directory/organisation.events';
import { Actor, Envelope, type Role } from '@redress/contracts/envelope';
import { streamOf } from '@redress/contracts/event';
import type { Answer } from '@redress/contracts/query';
import type { PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { transact } from '@redress/eventsourcing/transact';
import { OwnKeys } from '@redress/hosting/own-keys';
import { type Erasure, erasures } from '../erasure/erasure.js';
import {
  approveErasure,
  liftLegalHold,
  proposeErasure,
  recordExport,
  refuseErasure,
  setLegalHold,
} from './erase-person.js';
import { reportOf } from './report.js';

type Reply = Promise<Outcome<ErasureRejection>>;

const SEE: readonly Role[] = ['office', 'leading-group', 'auditor'];

@Controller()
export class ErasePersonHandler {
  constructor(
    private readonly store: EventStore,
    private readonly keys: OwnKeys,
  ) {}

  @MessagePattern(SetLegalHold.subject)
  hold(@Payload('command') command: SetLegalHold, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command.personId, envelope, setLegalHold(command, envelope.actor));
  }

  @MessagePattern(LiftLegalHold.subject)
  lift(@Payload('command') command: LiftLegalHold, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command.personId, envelope, liftLegalHold(command, envelope.actor));
  }

  @MessagePattern(ProposeErasure.subject)
  propose(@Payload('command') command: ProposeErasure, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command.personId, envelope, proposeErasure(command, envelope.actor));
  }

  @MessagePattern(RefuseErasure.subject)
  refuse(@Payload('command') command: RefuseErasure, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command.personId, envelope, refuseErasure(command, envelope.actor));
  }

  @MessagePattern(ApproveErasure.subject)
  approve(@Payload('command') command: ApproveErasure, @Payload('envelope') envelope: Envelope): Reply {
    return this.decided(command.personId, envelope, approveErasure(command, envelope.actor));
  }

  @MessagePattern(RecordExport.subject)
  async record(
    @Payload('command') command: RecordExport,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<ErasureRejection, ExportRecorded>> {
    const outcome = await this.decided(command.personId, envelope, recordExport(command, envelope.actor));
    return 'rejected' in outcome
      ? outcome
      : { ...outcome, keys: await this.keys.ring.idsOf(command.personId) };
  }

  @MessagePattern(ReadErasure.subject)
  async read(
    @Payload('query') { personId }: ReadErasure,
    @Payload('actor') { role }: Actor,
  ): Promise<Answer<ErasureReport>> {
    if (!SEE.includes(role) || !(await this.isKnown(personId))) return { rejected: 'not-found' };
    return reportOf(await load(this.store, erasures, personId));
  }

  private async decided(
    personId: PersonId,
    envelope: Envelope,
    decide: (erasure: Erasure) => Decision<ErasureEvent, ErasureRejection>,
  ): Reply {
    if (!(await this.isKnown(personId))) return reject('nobody-with-this-id');
    return transact(this.store, erasures, personId, envelope, decide);
  }

  /** In the register, or by something that was sealed. */
  private async isKnown(personId: PersonId): Promise<boolean> {
    if ((await this.keys.ring.idsOf(personId)).length > 0) return true;
    return (await this.store.shown(streamOf(personEvents, personId))).length > 0;
  }
}

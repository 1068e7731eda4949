import { ApiProperty } from '@nestjs/swagger';
import { AreIds, IsId, IsInstant, IsOneOf, IsPosition, IsText, MayBeAbsent } from '../fields.js';
import { KeptOfAccount } from '../identity/kept.js';
import type { Instant, KeyId, MessageId, PersonId, Position } from '../values.js';
import type { JsonObject } from '../event.js';

/** `theirs`: something in it is theirs. `acted`: they did it. `named`: their id is in it. */
export const INVOLVEMENTS = ['theirs', 'acted', 'named'] as const;
export type Involvement = (typeof INVOLVEMENTS)[number];

/** An event that has to do with a person; with its data where something in it is theirs. */
export class PersonalEvent {
  @IsText(40) readonly service!: string;
  @IsId() readonly id!: MessageId;
  @IsText(100) readonly stream!: string;
  @IsText(100) readonly type!: string;
  @IsInstant() readonly happenedAt!: Instant;
  @IsOneOf(INVOLVEMENTS) readonly as!: Involvement;
  @MayBeAbsent()
  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly data?: JsonObject;
}

/** Some of them, and from where to go on. */
export class PersonalEvents {
  @ApiProperty({ type: [PersonalEvent] }) readonly events!: readonly PersonalEvent[];
  @ApiProperty({ type: String, required: false }) readonly next?: Position;
}

/** Everything about a person, as it can still be read. */
export class AllAboutPerson {
  @IsId() readonly personId!: PersonId;
  @ApiProperty({ type: [PersonalEvent] }) readonly events!: readonly PersonalEvent[];
  @ApiProperty({ type: KeptOfAccount }) readonly account!: KeptOfAccount;
}

class FindPersonalEvents {
  static readonly reply = PersonalEvents;
  @IsId() readonly personId!: PersonId;
  @AreIds(0, 100) readonly keys!: readonly KeyId[];
  @MayBeAbsent() @IsPosition() readonly after?: Position;
}

// What a service keeps about somebody, for that person, the office and the auditor.

export class FindInDirectory extends FindPersonalEvents {
  static readonly subject = 'directory.find-personal-events';
}
export class FindInIdentity extends FindPersonalEvents {
  static readonly subject = 'identity.find-personal-events';
}
export class FindInIntake extends FindPersonalEvents {
  static readonly subject = 'intake.find-personal-events';
}
export class FindInInspection extends FindPersonalEvents {
  static readonly subject = 'inspection.find-personal-events';
}
export class FindInRectification extends FindPersonalEvents {
  static readonly subject = 'rectification.find-personal-events';
}

/** By service: those in whose events people are. */
export const PERSONAL_EVENTS = {
  directory: FindInDirectory,
  identity: FindInIdentity,
  intake: FindInIntake,
  inspection: FindInInspection,
  rectification: FindInRectification,
} as const;

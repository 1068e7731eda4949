import { type Scope, SCOPES } from './directory/scopes.js';
import { AreSomeOf, IsCount, IsId, IsInstant, IsOneOf, IsPart, MayBeAbsent } from './fields.js';
import type { CaseId, Instant, MessageId, PersonId, PostId, UnitId } from './values.js';

export const ROLES = [
  'submitter',
  'unit',
  'office',
  'inspection',
  'leading-group',
  'auditor',
  'operator',
  'system',
] as const;
export type Role = (typeof ROLES)[number];
export const isRole = (value: unknown): value is Role => ROLES.some((role) => role === value);

/** Who works with all that is on record sees all of it; what another role sees, each query says for itself. */
export const SEES_EVERYTHING: Readonly<Record<Role, boolean>> = {
  submitter: false,
  unit: false,
  office: true,
  inspection: true,
  'leading-group': true,
  auditor: true,
  operator: false,
  system: false,
};

/** In which role, and unless it is an anonymous submitter or the system: who, in which post, for which unit. */
export class Actor {
  @IsOneOf(ROLES) readonly role!: Role;
  @MayBeAbsent() @IsId() readonly person?: PersonId;
  @MayBeAbsent() @IsId() readonly post?: PostId;
  @MayBeAbsent() @IsId() readonly unit?: UnitId;
  /** Whose post it is, when the person acts in it as a deputy. */
  @MayBeAbsent() @IsId() readonly onBehalfOf?: PersonId;
  /** What the key with which they act is confined to. It travels, and is not stored with what they do. */
  @MayBeAbsent() @AreSomeOf(SCOPES) readonly scopes?: readonly Scope[];
}

/** Travels beside a command and ends in its events. A guard, a reaction or a timer makes it, never a client. */
export class Envelope {
  @IsPart(() => Actor) readonly actor!: Actor;
  @IsId() readonly correlationId!: CaseId;
  @IsId() readonly causationId!: MessageId;
  @IsInstant() readonly happenedAt!: Instant;
  /** From `If-Match`: the command is accepted only while the stream stands at this revision. Not stored. */
  @MayBeAbsent() @IsCount(-1, Number.MAX_SAFE_INTEGER) readonly expectedRevision?: number;
}

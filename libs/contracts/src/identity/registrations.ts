import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { IsAnything, IsCode, IsId, IsInstant, IsOneOf, IsReason, IsText, MayBeAbsent } from '../fields.js';
import { Listing, pageOf } from '../query.js';
import type { Instant, PersonId, RegistrationId } from '../values.js';
import { ACCOUNT_STATUSES, type AccountStatus } from './accounts.js';
import { Invitation } from './invitations.js';

export class RegistrationRef {
  @IsId() readonly registrationId!: RegistrationId;
}

export const ASKING_REJECTIONS = ['registration-id-is-taken'] as const;
export type AskingRejection = (typeof ASKING_REJECTIONS)[number];

/** Its code is told this once; the same request with the same `Idempotency-Key` is told it again while it waits. */
export class Asked extends Written {
  /** With it whoever asked follows the request, and fetches the invitation. */
  @ApiProperty({ type: String }) readonly code!: string;
  @IsInstant() readonly lapsesAt!: Instant;
}

/** Somebody asks to be registered. Nothing is looked up, so nothing is told of whose number it is. */
export class AskToRegister extends RegistrationRef {
  static readonly subject = 'identity.ask-to-register';
  static readonly rejections = ASKING_REJECTIONS;
  static readonly reply = Asked;
  @IsCode() readonly rosterNumber!: string;
  @IsText(100) readonly name!: string;
  /** The same key draws the same code: sent again, the request is answered alike. */
  @IsText(255) readonly key!: string;
}

export const DECIDING_REJECTIONS = [
  'may-not-decide-on-registrations',
  'no-such-registration',
  'registration-is-refused',
  'registration-is-accepted',
  'registration-has-lapsed',
  'no-such-person',
  'person-has-left',
  'holds-a-post',
  'invited-already',
  'account-open-already',
  'account-locked',
] as const;
export type DecidingRejection = (typeof DECIDING_REJECTIONS)[number];

/** Who asked is who they say, by the roster: they may open an account. */
export class AcceptRegistration extends RegistrationRef {
  static readonly subject = 'identity.accept-registration';
  static readonly rejections = DECIDING_REJECTIONS;
}

/** Whoever asked is told the reason. */
export class RefuseRegistration extends RegistrationRef {
  static readonly subject = 'identity.refuse-registration';
  static readonly rejections = DECIDING_REJECTIONS;
  @IsReason() readonly reason!: string;
}

export const FETCHING_REJECTIONS = [
  'no-such-registration',
  'not-answered-yet',
  'registration-is-refused',
  'registration-has-lapsed',
  'invitation-was-fetched',
  'invitation-is-over',
] as const;
export type FetchingRejection = (typeof FETCHING_REJECTIONS)[number];

/** Hands the invitation over to whoever has the code, once. */
export class FetchInvitation extends RegistrationRef {
  static readonly subject = 'identity.fetch-invitation';
  static readonly rejections = FETCHING_REJECTIONS;
  static readonly reply = Invitation;
  @IsAnything(100) readonly code!: string;
}

export const REGISTRATION_STATUSES = ['waiting', 'lapsed', 'refused', 'accepted', 'fetched'] as const;
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** How a request stands, for whoever asked. */
export class RegistrationState {
  @IsOneOf(REGISTRATION_STATUSES) readonly status!: RegistrationStatus;
  /** Unless it is answered before. */
  @IsInstant() readonly lapsesAt!: Instant;
  @MayBeAbsent() @IsReason() readonly reason?: string;
  /** Until when the invitation is good. */
  @MayBeAbsent() @IsInstant() readonly expiresAt?: Instant;
}

/** For whoever has the code; a wrong one is told that there is no such request. */
export class FollowRegistration extends RegistrationRef {
  static readonly subject = 'identity.follow-registration';
  static readonly reply = RegistrationState;
  @IsAnything(100) readonly code!: string;
}

/** A request as it is shown to whoever compares it with the roster; what was typed, only while it waits. */
export class RegistrationRow {
  @IsId() readonly id!: RegistrationId;
  @IsOneOf(REGISTRATION_STATUSES) readonly status!: RegistrationStatus;
  /** The hour of it. */
  @IsInstant() readonly askedAt!: Instant;
  @IsInstant() readonly lapsesAt!: Instant;
  @MayBeAbsent() @IsCode() readonly rosterNumber?: string;
  @MayBeAbsent() @IsText(100) readonly name?: string;
  @MayBeAbsent() @IsReason() readonly reason?: string;
  /** Who it was, once it was accepted. */
  @MayBeAbsent() @IsId() readonly person?: PersonId;
}

/** In the order in which they were made. For those who register people. */
export class ListRegistrations extends Listing {
  static readonly subject = 'identity.list-registrations';
  static readonly reply = pageOf(RegistrationRow);
  @MayBeAbsent() @IsOneOf(REGISTRATION_STATUSES) readonly status?: RegistrationStatus;
}

/** The same, one, with what is known here of the number. */
export class RegistrationView extends RegistrationRow {
  /** Who has the number already. */
  @MayBeAbsent() @IsId() readonly registered?: PersonId;
  /** How the account of that number stands; absent: there is none. */
  @MayBeAbsent() @IsOneOf(ACCOUNT_STATUSES) readonly account?: AccountStatus;
}

export class SeeRegistration extends RegistrationRef {
  static readonly subject = 'identity.see-registration';
  static readonly reply = RegistrationView;
}

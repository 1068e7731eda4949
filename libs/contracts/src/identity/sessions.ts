import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import {
  AreParts,
  IsAnything,
  IsBoolean,
  IsCode,
  IsId,
  IsInstant,
  IsSha256,
  IsText,
  MayBeAbsent,
} from '../fields.js';
import { Session } from '../directory/who-acts.js';
import type { Instant, PersonId, Sha256, TokenId } from '../values.js';
import { PASSWORD_LENGTH } from './invitations.js';
import { Begun } from './sign-in.js';

/** Asked by the gateway alone, with the SHA-256 of a session's token; a session is used by being asked for. */
export class FindSession {
  static readonly subject = 'identity.find-session';
  static readonly reply = Session;
  @IsSha256() readonly sha256!: Sha256;
}

export const SESSION_REJECTIONS = [
  'no-such-session',
  'does-not-hold-it',
  'wrong-credentials',
  'too-many-attempts',
  'password-too-short',
  'password-too-simple',
] as const;
export type SessionRejection = (typeof SESSION_REJECTIONS)[number];

export class SessionRef {
  @IsId() readonly sessionId!: TokenId;
}

/** The session acts in this post from now on, or without one in none. Its token changes. */
export class ChoosePost extends SessionRef {
  static readonly subject = 'identity.choose-post';
  static readonly rejections = SESSION_REJECTIONS;
  static readonly reply = Begun;
  @MayBeAbsent() @IsCode() readonly post?: string;
}

/** Sets another password, ends the other sessions, and changes the token of this one. */
export class ChangePassword extends SessionRef {
  static readonly subject = 'identity.change-password';
  static readonly rejections = SESSION_REJECTIONS;
  static readonly reply = Begun;
  @IsSha256() readonly source!: Sha256;
  @IsAnything(PASSWORD_LENGTH) readonly password!: string;
  @IsAnything(PASSWORD_LENGTH) readonly newPassword!: string;
}

export class Ended extends Written {
  /** Where to go to sign out at the provider as well. */
  @MayBeAbsent() @ApiProperty({ type: String }) readonly signOutAt?: string;
}

/** Ends one session of whoever asks. */
export class EndSession extends SessionRef {
  static readonly subject = 'identity.end-session';
  static readonly rejections = SESSION_REJECTIONS;
  static readonly reply = Ended;
  /** Where browsers find us; a provider sends them back there. */
  @MayBeAbsent() @IsAnything(300) readonly origin?: string;
}

/** Ends all sessions of whoever asks, but for one that is to go on. */
export class EndMySessions {
  static readonly subject = 'identity.end-my-sessions';
  static readonly rejections = SESSION_REJECTIONS;
  @MayBeAbsent() @IsId() readonly except?: TokenId;
}

export class SessionRow extends SessionRef {
  @IsInstant() readonly beganAt!: Instant;
  @IsInstant() readonly usedAt!: Instant;
  @IsInstant() readonly expiresAt!: Instant;
  /** With what it was signed in: `password`, `totp`, `passkey`, `recovery-code`, or the name of a provider. */
  @IsText(60) readonly by!: string;
  /** Whether it is complete: one that waits for a second factor is not. */
  @IsBoolean() readonly isComplete!: boolean;
}

export class SessionRows {
  @AreParts(() => SessionRow, 0, 1_000) readonly rows!: SessionRow[];
}

/** All sessions of a person, the last that began first; for nobody else. */
export class ListSessions {
  static readonly subject = 'identity.list-sessions';
  static readonly reply = SessionRows;
  @IsId() readonly person!: PersonId;
}

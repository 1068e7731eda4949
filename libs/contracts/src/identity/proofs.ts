import { IsAnything, IsPart, IsSha256 } from '../fields.js';
import type { Sha256 } from '../values.js';
import { PASSWORD_LENGTH } from './invitations.js';
import { PasskeyAsked, PasskeyProof } from './passkeys.js';
import { Attempt, Begun } from './sign-in.js';

export const PROOF_REJECTIONS = [
  'no-such-session',
  'not-this-step',
  'wrong-code',
  'wrong-credentials',
  'passkey-not-accepted',
  'no-passkeys-here',
  'too-many-attempts',
] as const;
export type ProofRejection = (typeof PROOF_REJECTIONS)[number];

/** By whoever holds the token of a session, whether the sign-in is complete or half-way. */
export class Holding extends Attempt {
  /** The SHA-256 of the token. */
  @IsSha256() readonly session!: Sha256;
}

/** With a code of an authenticator: completes a sign-in, or says again who sits there. Its token changes either way. */
export class ProveByTotp extends Holding {
  static readonly subject = 'identity.prove-by-totp';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(20) readonly code!: string;
}

export class ProveByRecoveryCode extends Holding {
  static readonly subject = 'identity.prove-by-recovery-code';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(60) readonly code!: string;
}

/** Says again who sits there; it completes nothing. */
export class ProveByPassword extends Holding {
  static readonly subject = 'identity.prove-by-password';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(PASSWORD_LENGTH) readonly password!: string;
}

/** What a browser is to ask of a passkey of whoever holds the session. */
export class AskForPasskey extends Holding {
  static readonly subject = 'identity.ask-for-passkey';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = PasskeyAsked;
  /** Where browsers find us. */
  @IsAnything(300) readonly origin!: string;
}

export class ProveByPasskey extends Holding {
  static readonly subject = 'identity.prove-by-passkey';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(300) readonly origin!: string;
  @IsPart(() => PasskeyProof) readonly passkey!: PasskeyProof;
}

/** What a browser is to ask of any passkey that was made here. */
export class BeginWithPasskey extends Attempt {
  static readonly subject = 'identity.begin-with-passkey';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = PasskeyAsked;
  @IsAnything(300) readonly origin!: string;
}

/** With a passkey that knows its user by a finger, a face or a number; no password is asked for, nor anything else. */
export class SignInWithPasskey extends Attempt {
  static readonly subject = 'identity.sign-in-with-passkey';
  static readonly rejections = PROOF_REJECTIONS;
  static readonly reply = Begun;
  @IsAnything(300) readonly origin!: string;
  @IsPart(() => PasskeyProof) readonly passkey!: PasskeyProof;
}

import type { Session } from '@redress/contracts/directory/who-acts';

/** The port to whoever knows which token belongs to which person, post and unit. */
export abstract class Sessions {
  /** Undefined for a token that is unknown, expired, revoked, or whose person no longer holds the post. */
  abstract sessionOf(token: string): Promise<Session | undefined>;

  /** Of all who are remembered here, those are asked for anew. */
  forget(_isTheirs: (session: Session) => boolean): void {
    // Unless something is remembered.
  }
}

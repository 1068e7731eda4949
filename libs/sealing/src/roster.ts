import type { PersonId, Position } from '@redress/contracts/values';

/**
 * The port to whose roster number is whose. An id is drawn, and says nothing of the number: only here is the way from one to the
 * other, and it is destroyed together with the keys of the person.
 */
export abstract class Roster {
  /** Under which id the number is known; undefined for one that was never claimed, and for one whose person was erased. */
  abstract find(rosterNumber: string): Promise<PersonId | undefined>;

  /** The same; for a number that is not known an id is drawn, durable once this resolves. All who claim one at once get one. */
  abstract claim(rosterNumber: string): Promise<PersonId>;

  /** What the log says, which is right whatever was claimed. Of somebody who was erased nothing is kept. */
  abstract recall(found: readonly Numbered[], upTo: Position): Promise<void>;

  /** How far the log was read for that. */
  abstract readUpTo(): Promise<Position>;
}

export type Numbered = { readonly rosterNumber: string; readonly person: PersonId };

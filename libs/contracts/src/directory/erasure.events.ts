import type { Category, Event } from '../event.js';
import type { HoldId, KeyId, PersonId } from '../values.js';
import type { ErasureGround, Keeper } from './erasure.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// One stream for each person. It goes on when the person is erased: nothing in it says who that was.
export type ErasureEvent =
  | Event<'LegalHoldSet', About & { holdId: HoldId; reason: string }>
  | Event<'LegalHoldLifted', About & { holdId: HoldId; reason: string }>
  | Event<'ErasureProposed', About & { ground: ErasureGround; reason: string; proposedBy: PersonId }>
  | Event<'ErasureRefused', About & { reason: string }>
  /** From here there is no way back. */
  | Event<'ErasureApproved', About & { ground: ErasureGround }>
  /** These keys are destroyed; what they opened is gone, and these services have rows to make anew. */
  | Event<'PersonErased', About & { keys: KeyId[]; services: Keeper[] }>
  | Event<'ErasureConfirmed', About & Confirmation>
  /** Somebody was given everything that is kept about the person. */
  | Event<'PersonalDataExported', About>;

type About = { personId: PersonId };

/** What a service found: so many texts in so many streams, whose rows it made anew; and what it cannot take away. */
export type Confirmation = {
  service: Keeper;
  streams: number;
  texts: number;
  /** Texts in events from before anything was sealed. */
  inClear: number;
};

export const erasureEvents: Category<ErasureEvent> = {
  name: 'erasure',
  lifts: {
    LegalHoldSet: [],
    LegalHoldLifted: [],
    ErasureProposed: [],
    ErasureRefused: [],
    ErasureApproved: [],
    PersonErased: [],
    ErasureConfirmed: [],
    PersonalDataExported: [],
  },
};

/** What each service writes down itself when it has forgotten somebody, so that it is published and confirmed. */
export type ForgettingEvent = Event<'PersonForgotten', About & Confirmation>;

export const forgettingEvents: Category<ForgettingEvent> = {
  name: 'forgetting',
  lifts: { PersonForgotten: [] },
};

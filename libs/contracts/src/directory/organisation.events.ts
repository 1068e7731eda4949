import type { Category, Event } from '../event.js';
import type { Day, DeputyId, PersonId, PostId, UnitId } from '../values.js';
import type { PostRole } from './roles.js';

// Stored for ever: a type is never renamed, and its data changes only with a lift from the last version.
// Every fact is dated: what is recorded today may hold since last year, and the past stays as it was.
export type UnitEvent =
  | Event<'UnitEstablished', { unitId: UnitId; code: string; name: string; parent?: UnitId; from: Day }>
  | Event<'UnitRenamed', { unitId: UnitId; name: string; from: Day }>
  | Event<'UnitMoved', { unitId: UnitId; parent?: UnitId; from: Day }>
  | Event<'UnitDissolved', { unitId: UnitId; from: Day }>;

export const unitEvents: Category<UnitEvent> = {
  name: 'unit',
  lifts: { UnitEstablished: [], UnitRenamed: [], UnitMoved: [], UnitDissolved: [] },
};

export type PostEvent =
  | Event<
      'PostEstablished',
      {
        postId: PostId;
        code: string;
        unitId: UnitId;
        title: string;
        role: PostRole;
        /** Its holder leads the unit. */
        heads?: true;
        from: Day;
      }
    >
  /** `until` is the last day. Without it the holding goes on until somebody is said to have left. */
  | Event<'PostTaken', { postId: PostId; personId: PersonId; from: Day; until?: Day }>
  | Event<'PostLeft', { postId: PostId; personId: PersonId; from: Day; until: Day }>
  /** Who held the post since `from` acts in it no more, since a moment of that day. */
  | Event<'PostVacated', { postId: PostId; personId: PersonId; from: Day; on: Day }>
  /** The deputy acts for the principal, who holds the post, on these days. */
  | Event<
      'DeputyNamed',
      {
        postId: PostId;
        deputyId: DeputyId;
        deputy: PersonId;
        principal: PersonId;
        from: Day;
        until: Day;
      }
    >
  | Event<'DeputyDismissed', { postId: PostId; deputyId: DeputyId; on: Day }>;

export const postEvents: Category<PostEvent> = {
  name: 'post',
  lifts: {
    PostEstablished: [],
    PostTaken: [],
    PostLeft: [],
    PostVacated: [],
    DeputyNamed: [],
    DeputyDismissed: [],
  },
};

export type PersonEvent =
  | Event<'PersonRegistered', { personId: PersonId; rosterNumber: string; name: string }>
  | Event<'PersonRenamed', { personId: PersonId; name: string }>
  /** Under what another directory has somebody; under neither, it has them no more. */
  | Event<'PersonKnownAs', { personId: PersonId; userName?: string; externalId?: string }>
  /** Left the organisation, and acts in nothing since a moment of that day. */
  | Event<'PersonDeparted', { personId: PersonId; on: Day }>
  | Event<'PersonReturned', { personId: PersonId; on: Day }>;

export const personEvents: Category<PersonEvent> = {
  name: 'person',
  lifts: {
    PersonRegistered: [],
    PersonRenamed: [],
    PersonKnownAs: [],
    PersonDeparted: [],
    PersonReturned: [],
  },
  personal: {
    PersonRegistered: [{ whose: 'personId', fields: ['rosterNumber', 'name'] }],
    PersonRenamed: [{ whose: 'personId', fields: ['name'] }],
    PersonKnownAs: [{ whose: 'personId', fields: ['userName', 'externalId'] }],
  },
};

import { type PostEvent, postEvents } from '@redress/contracts/directory/organisation.events';
import type { PostRole } from '@redress/contracts/directory/roles';
import type { Day, PersonId, PostId, UnitId } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

export type DatedHolding = {
  readonly person: PersonId;
  readonly from: Day;
  readonly until?: Day;
  /** The day since a moment of which they act no more. */
  readonly vacatedOn?: Day;
};

/** Who acted for whom; since the day of a dismissal, nobody. */
export type DatedDeputy = {
  readonly deputy: PersonId;
  readonly principal: PersonId;
  readonly from: Day;
  readonly until: Day;
  readonly dismissedOn?: Day;
};

/** A post with all who ever held it. */
export type DatedPost = {
  readonly id: PostId;
  readonly code: string;
  readonly title: string;
  readonly role: PostRole;
  readonly unit: UnitId;
  readonly heads?: true;
  readonly from: Day;
  readonly holdings: Readonly<Record<string, DatedHolding>>;
  readonly deputies: Readonly<Record<string, DatedDeputy>>;
  /** Whoever is in the holdings, or a deputy. */
  readonly holders: Readonly<Record<PersonId, true>>;
  readonly revision: number;
};

export const postList: Projection<PostEvent, DatedPost> = {
  name: 'postList',
  version: 5,
  of: postEvents,
  indexes: [['code'], ['unit', 'code']],
  held: { holders: ['code'] },
  search: ['code', 'title'],
  on: {
    PostEstablished: ({ postId: id, unitId: unit, ...post }, { revision }) => ({
      put: { id, unit, ...post, holdings: {}, deputies: {}, holders: {}, revision },
    }),
    PostTaken: ({ postId, personId: person, from, until }, { revision }) => ({
      set: postId,
      to: {
        holdings: { [`${from} ${person}`]: { person, from, until: until ?? null, vacatedOn: null } },
        holders: { [person]: true },
        revision,
      },
    }),
    PostLeft: ({ postId, personId, from, until }, { revision }) => ({
      set: postId,
      to: { holdings: { [`${from} ${personId}`]: { until } }, revision },
    }),
    PostVacated: ({ postId, personId, from, on: vacatedOn }, { revision }) => ({
      set: postId,
      to: { holdings: { [`${from} ${personId}`]: { vacatedOn } }, revision },
    }),
    DeputyNamed: ({ postId, deputyId, deputy, principal, from, until }, { revision }) => ({
      set: postId,
      to: {
        deputies: { [deputyId]: { deputy, principal, from, until } },
        holders: { [deputy]: true },
        revision,
      },
    }),
    DeputyDismissed: ({ postId, deputyId, on: dismissedOn }, { revision }) => ({
      set: postId,
      to: { deputies: { [deputyId]: { dismissedOn } }, revision },
    }),
  },
};

type Span = Omit<DatedHolding, 'vacatedOn'>;

/** Who held the post on a day, and still did at its end: one, or none. */
export const holdingsOn = ({ holdings }: DatedPost, day: Day): readonly Span[] =>
  Object.values(holdings)
    .filter(
      ({ from, until, vacatedOn }) =>
        from <= day && (until === undefined || day <= until) && (vacatedOn === undefined || day < vacatedOn),
    )
    .map(spanOf);

/** The days on which somebody held the post. That on which it was vacated counts: they acted until then. */
export const heldBy = (person: PersonId, { holdings }: DatedPost): readonly Span[] =>
  Object.values(holdings)
    .filter((holding) => holding.person === person)
    .map(spanOf)
    .filter(({ from, until }) => until === undefined || from <= until);

const spanOf = ({ person, from, until, vacatedOn }: DatedHolding): Span => {
  const last = vacatedOn !== undefined && (until === undefined || vacatedOn < until) ? vacatedOn : until;
  return { person, from, ...(last !== undefined && { until: last }) };
};

/** The days on which somebody acted in the post as a deputy. The day of a dismissal counts: they acted until then. */
export const deputisedBy = (person: PersonId, { deputies }: DatedPost) =>
  Object.values(deputies)
    .filter(({ deputy }) => deputy === person)
    .map(({ principal, from, until, dismissedOn }) => ({
      principal,
      from,
      until: dismissedOn !== undefined && dismissedOn < until ? dismissedOn : until,
      isOver: dismissedOn !== undefined,
    }))
    .filter(({ from, until }) => from <= until);

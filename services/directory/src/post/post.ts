import { type PostEvent, postEvents } from '@redress/contracts/directory/organisation.events';
import type { PostRole } from '@redress/contracts/directory/roles';
import type { Day, DeputyId, PersonId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** Who holds a post from one day to another, both included; since a moment of `vacatedOn`, no more. */
export type Holding = {
  readonly person: PersonId;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly vacatedOn?: Day;
};

/** Who acts for whoever holds a post, on which days; `dismissedOn` is the day since which they do not. */
export type Deputising = {
  readonly id: DeputyId;
  readonly deputy: PersonId;
  readonly principal: PersonId;
  readonly from: Day;
  readonly until: Day;
  readonly dismissedOn?: Day;
};

export type Post =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'established';
      readonly unit: UnitId;
      readonly title: string;
      readonly role: PostRole;
      /** Whether its holder leads the unit. */
      readonly heads: boolean;
      readonly from: Day;
      readonly holdings: readonly Holding[];
      readonly deputies: readonly Deputising[];
    };

/** Who holds the post on a day; there is never more than one. */
export const holderOn = (post: Post, day: Day): PersonId | undefined =>
  post.status === 'unknown' ? undefined : post.holdings.find(isHeldOn(day))?.person;

export const isHeldOn =
  (day: Day) =>
  ({ from, until, vacatedOn }: Omit<Holding, 'person'>): boolean =>
    from <= day && (until === undefined || day <= until) && (vacatedOn === undefined || day < vacatedOn);

const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10) as Day;
export const dayBefore = (day: Day): Day => shifted(day, -1);
export const dayAfter = (day: Day): Day => shifted(day, 1);

/** Whether both would hold the post on some day. From the day on which it is vacated another may hold it. */
export const overlaps =
  (one: Holding) =>
  (other: Holding): boolean => {
    const [end, otherEnd] = [endOf(one), endOf(other)];
    return one.from <= end && other.from <= otherEnd && one.from <= otherEnd && other.from <= end;
  };

const endOf = ({ until = '9999-12-31' as Day, vacatedOn }: Holding): Day =>
  vacatedOn !== undefined && vacatedOn <= until ? dayBefore(vacatedOn) : until;

/** For whom somebody acts in the post on a day, as long as that person holds it. */
export const principalOn = (post: Post, deputy: PersonId, day: Day): PersonId | undefined =>
  post.status === 'unknown'
    ? undefined
    : post.deputies.find(
        (one) =>
          one.deputy === deputy &&
          one.dismissedOn === undefined &&
          one.from <= day &&
          day <= one.until &&
          holderOn(post, day) === one.principal,
      )?.principal;

const evolve = (post: Post, { type, data }: PostEvent): Post => {
  if (type === 'PostEstablished') {
    const { unitId: unit, title, role, heads = false, from } = data;
    return { status: 'established', unit, title, role, heads, from, holdings: [], deputies: [] };
  }
  if (post.status === 'unknown') return post;

  switch (type) {
    case 'PostTaken': {
      const { personId: person, from, until } = data;
      const others = post.holdings.filter((one) => one.person !== person || one.from !== from);
      return { ...post, holdings: [...others, { person, from, until }] };
    }
    case 'PostVacated': {
      const holdings = post.holdings.map((holding) =>
        holding.person === data.personId && holding.from === data.from
          ? { ...holding, vacatedOn: data.on }
          : holding,
      );
      return { ...post, holdings };
    }
    case 'PostLeft': {
      const { personId, from, until } = data;
      const holdings = post.holdings.map((holding) =>
        holding.person === personId && holding.from === from ? { ...holding, until } : holding,
      );
      return { ...post, holdings };
    }
    case 'DeputyNamed': {
      const { deputyId: id, deputy, principal, from, until } = data;
      return { ...post, deputies: [...post.deputies, { id, deputy, principal, from, until }] };
    }
    case 'DeputyDismissed': {
      const deputies = post.deputies.map((one) =>
        one.id === data.deputyId ? { ...one, dismissedOn: data.on } : one,
      );
      return { ...post, deputies };
    }
  }
};

export const posts: Aggregate<Post, PostEvent> = { ...postEvents, initial: { status: 'unknown' }, evolve };

import { type PostEvent, postEvents } from '@redress/contracts/directory/organisation.events';
import type { PostRole } from '@redress/contracts/directory/roles';
import type { Day, PersonId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

/** Who holds a post from one day to another, both included. */
export type Holding = { readonly person: PersonId; readonly from: Day; readonly until: Day | undefined };

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
    };

/** Who holds the post on a day; there is never more than one. */
export const holderOn = (post: Post, day: Day): PersonId | undefined =>
  post.status === 'unknown'
    ? undefined
    : post.holdings.find(({ from, until }) => from <= day && (until === undefined || day <= until))?.person;

const evolve = (post: Post, { type, data }: PostEvent): Post => {
  if (type === 'PostEstablished') {
    const { unitId: unit, title, role, heads = false, from } = data;
    return { status: 'established', unit, title, role, heads, from, holdings: [] };
  }
  if (post.status === 'unknown') return post;

  switch (type) {
    case 'PostTaken': {
      const { personId: person, from, until } = data;
      return { ...post, holdings: [...post.holdings, { person, from, until }] };
    }
    case 'PostLeft': {
      const { personId, from, until } = data;
      const holdings = post.holdings.map((holding) =>
        holding.person === personId && holding.from === from ? { ...holding, until } : holding,
      );
      return { ...post, holdings };
    }
  }
};

export const posts: Aggregate<Post, PostEvent> = { ...postEvents, initial: { status: 'unknown' }, evolve };

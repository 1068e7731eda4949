import { type RoundEvent, roundEvents } from '@redress/contracts/inspection/round.events';
import type { EntryId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { joined, type Scope, without } from './scope.js';

type DataOf<Type extends RoundEvent['type']> = Extract<RoundEvent, { type: Type }>['data'];

export type KnownRound = {
  readonly status: 'planned' | 'closed';
  readonly plan: DataOf<'RoundPlanned'>;
  /** What it began with. */
  readonly first: Scope;
  readonly scope: Scope;
  readonly rescopings: ReadonlyMap<EntryId, DataOf<'RoundRescoped'>>;
};
export type Round = { readonly status: 'unknown' } | KnownRound;

const evolve = (round: Round, { type, data }: RoundEvent): Round => {
  if (type === 'RoundPlanned')
    return { status: 'planned', plan: data, first: new Map(), scope: new Map(), rescopings: new Map() };
  if (round.status === 'unknown') return round;

  switch (type) {
    case 'RoundScoped': {
      const first = joined(round.first, data.groups);
      return { ...round, first, scope: first };
    }
    case 'RoundRescoped': {
      const scope = joined(without(round.scope, data.removed), data.added);
      return { ...round, scope, rescopings: new Map([...round.rescopings, [data.entryId, data]]) };
    }
    case 'RoundClosed':
      return { ...round, status: 'closed' };
  }
};

export const rounds: Aggregate<Round, RoundEvent> = {
  ...roundEvents,
  initial: { status: 'unknown' },
  evolve,
};

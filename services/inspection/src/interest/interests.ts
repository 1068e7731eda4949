import { type InterestEvent, interestEvents } from '@redress/contracts/inspection/interest.events';
import type { LiftedConflict } from '@redress/contracts/inspection/recusal';
import type { Day, InterestId, OverrideId, UnitId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import type { Dated } from '../dated/dated.js';

export type Interest = Dated & {
  readonly interestId: InterestId;
  readonly unit: UnitId;
  readonly reason: string;
};

export type Override = {
  readonly overrideId: OverrideId;
  readonly unit: UnitId;
  readonly reason: string;
  readonly from: Day;
  readonly until: Day;
  /** The end that it was given with, wherever it ended. */
  readonly foreseen: Day;
  readonly lifts: readonly LiftedConflict[];
};

/** What was said of one person: in which units there is an interest, and what the office let pass. */
export type Interests = { readonly declared: readonly Interest[]; readonly overrides: readonly Override[] };

const evolve = (interests: Interests, { type, data }: InterestEvent): Interests => {
  const { declared, overrides } = interests;
  switch (type) {
    case 'InterestDeclared': {
      const { interestId, unit, reason, from, until } = data;
      const interest = { interestId, unit, reason, from, until, foreseen: until };
      return { ...interests, declared: [...declared, interest] };
    }
    case 'InterestEnded': {
      const { interestId, until } = data;
      const ended = declared.map((one) => (one.interestId === interestId ? { ...one, until } : one));
      return { ...interests, declared: ended };
    }
    case 'RecusalOverridden': {
      const { overrideId, unit, reason, from, until, conflicts } = data;
      const lifts = conflicts.map(({ kind, through }) => ({ kind, through }));
      const override = { overrideId, unit, reason, from, until, foreseen: until, lifts };
      return { ...interests, overrides: [...overrides, override] };
    }
    case 'OverrideEnded': {
      const { overrideId, until } = data;
      const ended = overrides.map((one) => (one.overrideId === overrideId ? { ...one, until } : one));
      return { ...interests, overrides: ended };
    }
  }
};

/** One stream for each person, under the person's id. */
export const interestsOf: Aggregate<Interests, InterestEvent> = {
  ...interestEvents,
  initial: { declared: [], overrides: [] },
  evolve,
};

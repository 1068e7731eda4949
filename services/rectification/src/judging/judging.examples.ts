import type { InspectingTeam } from '@redress/contracts/inspection/inspecting-teams';
import { inspector, leadUnit, supportingUnit } from '@redress/contracts/rectification/people.examples';
import type { Instant, PersonId, TeamId, UnitId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import type { EventStore } from '@redress/eventsourcing/event-store';
import type { ReadModels } from '@redress/read-models/read-models';
import { membershipsOf } from '../membership/memberships.examples.js';
import { Recusals } from '../membership/recusals.js';
import { SmallInspection } from '../membership/standings.examples.js';
import { Teams } from '../membership/teams.js';
import { Judges } from './judges.js';
import { JudgingDesk } from './judging.desk.js';

const id = (digit: number) => `0190a5c4-2222-7aaa-8aaa-00000000000${String(digit)}`;
export const [firstTeam, secondTeam] = [id(1) as TeamId, id(2) as TeamId];
export const colleague = id(3) as PersonId;

/** The first has the inspector, the second a colleague of theirs. */
export const pairing: readonly InspectingTeam[] = [
  { team: firstTeam, units: [leadUnit], members: [inspector.person, colleague] },
  { team: secondTeam, units: [supportingUnit, leadUnit], members: [colleague] },
];

export type Known = {
  /** Where people belong besides. */
  readonly belongings?: Readonly<Partial<Record<PersonId, readonly UnitId[]>>>;
  /** Which units they left lately. */
  readonly left?: Readonly<Partial<Record<PersonId, readonly UnitId[]>>> | 'silent';
};

/** A desk over these rows, at nine in the morning of a day where the organisation is. */
export const judgingDesk = (
  { models, store }: { readonly models: ReadModels; readonly store: EventStore },
  today: string,
  { belongings = {}, left = {} }: Known = {},
): JudgingDesk => {
  const inspection = new SmallInspection(left, pairing);
  const judges = new Judges(store, membershipsOf(belongings), new Recusals(inspection));
  const clock = new StoppedClock(`${today}T01:00:00.000Z` as Instant);
  return new JudgingDesk(models, clock, new Teams(inspection), judges);
};

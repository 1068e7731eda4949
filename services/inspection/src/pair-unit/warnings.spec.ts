import { beforeEach, expect, it } from '@jest/globals';
import {
  formTeam,
  joinAsHead,
  pairUnit,
  stationLiaison,
  substitute,
  teamId,
} from '@redress/contracts/inspection/team.examples';
import {
  envelope,
  inspector,
  leadUnit,
  officer,
  strangeUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import type { Day, Instant, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { FormTeamHandler } from '../form-team/form-team.handler.js';
import { JoinTeamHandler } from '../join-team/join-team.handler.js';
import { directoryOf } from '../organisation/small-directory.examples.js';
import { Recusals } from '../recusal/recusals.js';
import { RecusedMembers } from '../recusal/recused-members.js';
import { StationLiaisonHandler } from '../station-liaison/station-liaison.handler.js';
import { PairUnitHandler } from './pair-unit.handler.js';

const clock = new StoppedClock('2026-03-20T08:00:00.000Z' as Instant);
const long = '2020-01-01' as Day;
const at = (unit: typeof leadUnit) => ({ unit, above: [], from: long, heads: false });
const lines = [leadUnit, supportingUnit, strangeUnit].map((unit) => ({ unit, above: [], from: long }));
const people = {
  [inspector.person]: [at(leadUnit)],
  [substitute]: [],
  [stationLiaison.person]: [at(leadUnit)],
};

let made = 0;
const order = () => ({
  ...envelope,
  actor: officer,
  causationId: `cause ${String((made += 1))}` as MessageId,
});
let pairing: PairUnitHandler;
let joining: JoinTeamHandler;
let stationing: StationLiaisonHandler;

beforeEach(async () => {
  const store = new InMemoryEventStore(clock);
  const directory = directoryOf({ people, lines });
  const recusals = new Recusals(store, directory);
  const recused = new RecusedMembers(recusals);
  pairing = new PairUnitHandler(store, clock, directory, recused);
  joining = new JoinTeamHandler(store, clock, directory, recused);
  stationing = new StationLiaisonHandler(store, clock, directory, recusals);
  await new FormTeamHandler(store, clock).form(formTeam, order());
});

const warned = [{ person: inspector.person, unit: leadUnit }];

it('warns whoever pairs a unit of the members who may not act for it', async () => {
  expect(await pairing.pair(pairUnit, order())).toMatchObject({ revision: 1, recused: [] });
  expect(await joining.join({ ...joinAsHead, person: substitute, part: 'member' }, order())).toMatchObject({
    recused: [],
  });
  expect(await joining.join(joinAsHead, order())).toMatchObject({ revision: 3, recused: [] });
  const elsewhere = { ...pairUnit, unit: supportingUnit };
  expect(await pairing.pair(elsewhere, order())).toMatchObject({ revision: 4, recused: [] });
  expect(await pairing.pair(pairUnit, order())).toMatchObject({ revision: 4, recused: warned });
});

it('warns whoever takes in a member of the units for which that one may not act', async () => {
  await pairing.pair(pairUnit, order());
  await pairing.pair({ ...pairUnit, unit: supportingUnit }, order());
  const later = { ...joinAsHead, from: pairUnit.from };
  expect(await joining.join(later, order())).toMatchObject({ revision: 3, recused: warned });
  expect(await joining.join(later, order())).toMatchObject({ revision: 3, recused: warned });
});

it('refuses what the directory does not know, and a liaison of the unit itself', async () => {
  const unknown = '0190a5c4-6666-7aaa-8aaa-000000000099';
  const stranger = { ...joinAsHead, person: unknown as typeof substitute };
  expect(await joining.join(stranger, order())).toEqual({ rejected: 'nobody-with-this-id' });
  const nowhere = { ...pairUnit, unit: unknown as typeof leadUnit };
  expect(await pairing.pair(nowhere, order())).toEqual({ rejected: 'unit-not-there-then' });
  expect(await stationing.station({ ...stationLiaison, unit: leadUnit }, order())).toEqual({
    rejected: 'liaison-is-recused',
  });
  expect(await stationing.station(stationLiaison, order())).toMatchObject({ revision: 1 });
  expect(await stationing.station({ ...stationLiaison, teamId, unit: nowhere.unit }, order())).toEqual({
    rejected: 'unit-not-there-then',
  });
});

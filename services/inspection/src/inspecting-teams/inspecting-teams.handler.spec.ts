import { beforeAll, expect, it } from '@jest/globals';
import {
  endOfMay,
  february,
  january,
  member,
  headJoined,
  headLeft,
  otherTeam,
  substitute,
  teamFormed,
  teamId,
  unitPaired,
  unitUnpaired,
} from '@redress/contracts/inspection/team.examples';
import { envelope, leadUnit, officer, strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { Day, Instant } from '@redress/contracts/values';
import { ServiceUnavailable } from '@redress/edge/services';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { TeamsOfDay } from '../team-list/teams-of-day.js';
import { teamList } from '../team-list/team-list.js';
import { teams } from '../team/team.js';
import { InspectingTeamsHandler } from './inspecting-teams.handler.js';

const store = new InMemoryEventStore(new StoppedClock('2026-03-20T08:00:00.000Z' as Instant));
const models = new InMemoryReadModels();
const handler = new InspectingTeamsHandler(new TeamsOfDay(store, models));
const system = { role: 'system' } as const;
const june = '2026-06-01' as Day;

beforeAll(async () => {
  await transact(store, teams, teamId, envelope, () => [
    teamFormed,
    headJoined,
    unitPaired,
    headLeft,
    unitUnpaired,
  ]);
  const about = { teamId: otherTeam, from: february };
  await transact(store, teams, otherTeam, envelope, () => [
    having(teamFormed, { ...about, name: '督查二组' }),
    having(headJoined, { ...about, person: substitute }),
    having(unitPaired, { ...about, unit: strangeUnit }),
  ]);
  await rebuild(store, models, teamList, new AbortController().signal);
});

const ours = { team: teamId, units: [leadUnit], members: [member] };
const theirs = { team: otherTeam, units: [strangeUnit], members: [substitute] };

it.each([
  ['before it is paired', january, []],
  ['on one day', february, [ours, theirs]],
  ['when a pairing has ended', june, [theirs]],
])('tells which teams inspect some units, and who is in them: %s', async (_, on, found) => {
  expect(await handler.find({ units: [leadUnit, strangeUnit], on }, system)).toEqual({ teams: found });
});

it('tells of the units that are asked about, and of no other', async () => {
  expect(await handler.find({ units: [strangeUnit], on: february }, system)).toEqual({ teams: [theirs] });
});

it('tells services and nobody else, and nobody while the list of teams is behind', async () => {
  const query = { units: [leadUnit], on: endOfMay };
  expect(await handler.find(query, officer)).toEqual({ rejected: 'not-found' });
  const behind = new InspectingTeamsHandler(new TeamsOfDay(store, new InMemoryReadModels()));
  await expect(behind.find(query, system)).rejects.toThrow(ServiceUnavailable);
});

import { beforeAll, expect, it } from '@jest/globals';
import type { ListTeams } from '@redress/contracts/inspection/team-list';
import {
  endOfFebruary,
  endOfMay,
  february,
  headJoined,
  headLeft,
  january,
  member,
  otherTeam,
  substitute,
  teamFormed,
  teamId,
  unitPaired,
  unitUnpaired,
} from '@redress/contracts/inspection/team.examples';
import { envelope, leadUnit, strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { Day, Instant, TeamId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rebuild } from '@redress/read-models/project';
import { teams } from '../team/team.js';
import { teamList } from './team-list.js';
import { TeamListHandler } from './team-list.handler.js';

const june = '2026-06-01' as Day;
const clock = new StoppedClock('2026-03-20T08:00:00.000Z' as Instant);
let handler: TeamListHandler;

beforeAll(async () => {
  const store = new InMemoryEventStore(clock);
  const models = new InMemoryReadModels();
  handler = new TeamListHandler(models, clock);
  await transact(store, teams, teamId, envelope, () => [
    teamFormed,
    headJoined,
    unitPaired,
    headLeft,
    unitUnpaired,
  ]);
  await transact(store, teams, otherTeam, envelope, () => [
    having(teamFormed, { teamId: otherTeam, name: '督查二组', from: february }),
    having(headJoined, { teamId: otherTeam, person: substitute, from: february }),
  ]);
  await rebuild(store, models, teamList, new AbortController().signal);
});

const listed = async (query: ListTeams): Promise<readonly TeamId[] | string> => {
  const answer = await handler.list(query);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
};

it.each<[ListTeams, readonly TeamId[]]>([
  [{}, [teamId, otherTeam]],
  [{ order: 'desc' }, [otherTeam, teamId]],
  [{ on: january }, [teamId]],
  [{ on: '2025-12-31' as Day }, []],
  [{ text: '二组' }, [otherTeam]],
  [{ limit: 1 }, [teamId]],
  [{ unit: leadUnit }, [teamId]],
  [{ unit: leadUnit, on: january }, []],
  [{ unit: leadUnit, on: endOfMay }, [teamId]],
  [{ unit: leadUnit, on: june }, []],
  [{ unit: strangeUnit }, []],
  [{ person: member }, [teamId]],
  [{ person: member, on: june }, []],
  [{ person: substitute, on: endOfFebruary }, [otherTeam]],
])('finds the teams by %j', async (query, found) => {
  expect(await listed(query)).toEqual(found);
});

it('sees a team as it was on a day, today unless one is named', async () => {
  expect(await handler.see({ teamId })).toMatchObject({
    members: [{ person: member }],
    units: [{ unit: leadUnit }],
  });
  expect(await handler.see({ teamId, on: june })).toMatchObject({ members: [], units: [] });
  expect(await handler.see({ teamId: otherTeam, on: january })).toEqual({ rejected: 'not-found' });
  expect(await handler.see({ teamId: '0190a5c4-6666-7aaa-8aaa-000000000009' as TeamId })).toEqual({
    rejected: 'not-found',
  });
});

import { expect, it } from '@jest/globals';
import type { TeamEvent } from '@redress/contracts/inspection/team.events';
import {
  endOfMay,
  endOfYear,
  february,
  headJoined,
  headLeft,
  january,
  liaison,
  liaisonStationed,
  liaisonWithdrawn,
  member,
  substitute,
  teamDissolved,
  teamFormed,
  teamId,
  unitPaired,
  unitUnpaired,
} from '@redress/contracts/inspection/team.examples';
import { leadUnit, strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { Day } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { rowsAfter } from '@redress/read-models/spec';
import { type DatedTeam, rowOn, teamList } from './team-list.js';

const june = '2026-06-01' as Day;
const after = (...events: readonly TeamEvent[]): DatedTeam => {
  const [team] = rowsAfter(teamList, teamFormed, ...events) as readonly [DatedTeam];
  return team;
};
const formed = { id: teamId, name: '督查一组', from: january, until: endOfYear };
const head = { person: member, part: 'head', from: january } as const;
const began = [headJoined, unitPaired, liaisonStationed];

it('shows who is in a team on a day, and which units it inspects', () => {
  const team = after(...began);
  const units = [{ unit: leadUnit, from: february }];
  const liaisons = [{ person: liaison, unit: strangeUnit, from: february }];
  expect(rowOn(team, february)).toEqual({ ...formed, members: [head], units, liaisons, revision: 3 });
  expect(rowOn(team, january)).toEqual({ ...formed, members: [head], units: [], liaisons: [], revision: 3 });
  expect(rowOn(team, '2025-12-31' as Day)).toBeUndefined();
  expect(rowOn(team, endOfYear)).toMatchObject({ members: [head] });
  expect(rowOn(team, '2027-01-01' as Day)).toBeUndefined();
});

it('keeps what was when it ends', () => {
  const team = after(...began, headLeft, unitUnpaired, liaisonWithdrawn);
  const until = endOfMay;
  expect(rowOn(team, endOfMay)).toMatchObject({
    members: [{ ...head, until }],
    units: [{ unit: leadUnit, until }],
    liaisons: [{ person: liaison, until }],
  });
  expect(rowOn(team, june)).toEqual({ ...formed, members: [], units: [], liaisons: [], revision: 6 });
});

it('tells those who came later after those before, of which one may be the same', () => {
  const again = having(headJoined, { from: june, part: 'member' });
  const other = having(headJoined, { from: february, person: substitute, part: 'substitute' });
  const team = after(again, headJoined, other, headLeft);
  expect(rowOn(team, june)?.members).toEqual([
    { person: substitute, part: 'substitute', from: february },
    { person: member, part: 'member', from: june },
  ]);
});

it('ends a team that was dissolved, and has one without a term go on', () => {
  expect(rowOn(after(teamDissolved), june)).toBeUndefined();
  const endless = { type: 'TeamFormed', data: { teamId, name: '督查一组', from: january } } as const;
  const [team] = rowsAfter(teamList, endless) as readonly [DatedTeam];
  expect(rowOn(team, '2050-01-01' as Day)).toEqual({
    id: teamId,
    name: '督查一组',
    from: january,
    members: [],
    units: [],
    liaisons: [],
    revision: 0,
  });
});

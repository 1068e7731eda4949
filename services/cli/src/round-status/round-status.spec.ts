import { expect, it } from '@jest/globals';
import { planRound, roundId } from '@redress/contracts/inspection/round.examples';
import { teamId } from '@redress/contracts/inspection/team.examples';
import { leadUnit, strangeUnit } from '@redress/contracts/rectification/people.examples';
import { coverageText } from './round-status.js';

const { title, from, until, checklistId, checklistVersion } = planRound;
const round = { id: roundId, title, from, until, checklistId, checklistVersion, units: 3, revision: 1 };
const teams = [
  { units: 1, seen: 0 },
  { team: teamId, units: 2, seen: 1 },
] as const;
const counts = { roundId, units: 3, seen: 1, unseen: 2, selfChecked: 1, outside: 0, teams };
const shown = {
  round: { ...round, status: 'planned' },
  coverage: counts,
  unseen: [
    { unit: leadUnit, name: '后勤处', teams: [] },
    { unit: strangeUnit, teams: [teamId] },
  ],
  teams: { [teamId]: '督查一组' },
} as const;

it('says how far a round has come, by team, and names what nobody has seen', () => {
  expect(coverageText(shown).split('\n')).toEqual([
    '第一轮督查, 2026-03-01 to 2026-03-31, planned: 1/3 seen, 1 checked themselves.',
    '',
    'team      units  seen',
    '–         1      0',
    '督查一组  2      1',
    '',
    'Nobody has seen:',
    '后勤处',
    strangeUnit,
  ]);
});

it('says nothing more of a round that has seen all', () => {
  const all = { ...shown, coverage: { ...counts, seen: 3, unseen: 0 }, unseen: [] };
  expect(coverageText(all)).not.toContain('Nobody');
});

import { describe, expect, it } from '@jest/globals';
import { unitIdOf } from '@redress/contracts/directory/ids';
import { teamIdOf } from '@redress/contracts/inspection/ids';
import type { Row } from '../table-file/table.js';
import { type TeamColumn, teamLineIn } from './team-row.js';

type Cells = Row<TeamColumn>['cells'];
const cells: Cells = {
  team_code: 'team-1',
  team: '督查一组',
  team_from: '2026-01-01',
  team_until: '',
  part: 'head',
  roster_number: 'S-0004',
  unit_code: '',
  from: '2026-02-01',
  until: '',
};
const read = (change: Partial<Cells> = {}) =>
  teamLineIn({ line: 2, number: 1, cells: { ...cells, ...change } });
const team = { name: '督查一组', from: '2026-01-01' };
const said = { line: 2, teamId: teamIdOf('team-1'), team };
const rosterNumber = 'S-0004';
const unit = unitIdOf('canteens');

describe('a row of teams', () => {
  it('is a member of a team', () => {
    expect(read()).toEqual({ ...said, member: { rosterNumber, part: 'head', from: '2026-02-01' } });
    expect(read({ part: 'substitute', until: '2026-05-31' })).toEqual({
      ...said,
      member: { rosterNumber, part: 'substitute', from: '2026-02-01', until: '2026-05-31' },
    });
  });

  it('is a unit that the team inspects, or a liaison there', () => {
    const alone = { part: '', roster_number: '', unit_code: 'canteens' };
    expect(read(alone)).toEqual({ ...said, pairing: { unit, from: '2026-02-01' } });
    expect(read({ part: 'liaison', unit_code: 'canteens', until: '2026-05-31' })).toEqual({
      ...said,
      liaison: { rosterNumber, unit, from: '2026-02-01', until: '2026-05-31' },
    });
  });

  it('is a team of which nothing else is said', () => {
    const nothing = { part: '', roster_number: '', from: '' };
    expect(read(nothing)).toEqual(said);
    expect(read({ ...nothing, team_until: '2026-12-31' })).toEqual({
      ...said,
      team: { ...team, until: '2026-12-31' },
    });
  });

  it.each([
    ['team_code', { team_code: '' }, 'is empty'],
    ['team', { team: '' }, 'is empty'],
    ['team_from', { team_from: '' }, 'is empty'],
    ['roster_number', { roster_number: '' }, 'is empty'],
    ['unit_code', { part: 'liaison' }, 'is empty'],
    ['from', { from: '' }, 'is empty'],
    ['from', { part: '', roster_number: '', unit_code: 'canteens', from: '' }, 'is empty'],
    ['part', { part: 'boss' }, '"boss" is none of head, member, substitute, liaison'],
    ['part', { part: '' }, 'is empty beside a person'],
    ['unit_code', { unit_code: 'canteens' }, 'is of a liaison, or of a pairing'],
    ['team_from', { team_from: '1.1.2026' }, '"1.1.2026" is no day like 2026-03-31'],
    ['team_until', { team_until: '2026-02-30' }, '"2026-02-30" is no day like 2026-03-31'],
    ['from', { from: 'May' }, '"May" is no day like 2026-03-31'],
    ['until', { until: '2026-5-31' }, '"2026-5-31" is no day like 2026-03-31'],
  ])('is bad: %s %#', (column, change, reason) => {
    expect(read(change)).toEqual({ line: 2, column, reason });
  });
});

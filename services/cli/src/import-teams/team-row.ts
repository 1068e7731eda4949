import { unitIdOf } from '@redress/contracts/directory/ids';
import { teamIdOf } from '@redress/contracts/inspection/ids';
import { TEAM_PARTS, type TeamPart } from '@redress/contracts/inspection/team-parts';
import type { Day, TeamId, UnitId } from '@redress/contracts/values';
import { dayIn } from '../table-file/moments.js';
import type { Fault, Row } from '../table-file/table.js';

export const TEAM_COLUMNS = {
  needed: ['team_code', 'team', 'team_from', 'part', 'roster_number', 'unit_code', 'from'],
  optional: ['team_until', 'until'],
} as const;
export type TeamColumn = (typeof TEAM_COLUMNS)['needed' | 'optional'][number];

type Span = { readonly from: Day; readonly until?: Day };

/** A team, and perhaps somebody in it, a unit that it inspects, or a liaison at a unit. */
export type TeamLine = {
  readonly line: number;
  readonly teamId: TeamId;
  readonly team: Span & { readonly name: string };
  readonly member?: Span & { readonly rosterNumber: string; readonly part: TeamPart };
  readonly pairing?: Span & { readonly unit: UnitId };
  readonly liaison?: Span & { readonly rosterNumber: string; readonly unit: UnitId };
};

const LIAISON = 'liaison';
const PARTS: readonly string[] = [...TEAM_PARTS, LIAISON];
const DAYS = ['team_from', 'team_until', 'from', 'until'] as const;

/** What a row says, or what is wrong with it. */
export const teamLineIn = ({ line, cells }: Row<TeamColumn>): TeamLine | Fault => {
  const fault = faultIn(cells);
  if (fault) return { line, ...fault };
  const { team_code: code, team: name, part, roster_number: rosterNumber, unit_code: unitCode } = cells;
  const team = { name, ...spanIn(cells.team_from, cells.team_until) };
  const said = { line, teamId: teamIdOf(code), team };
  const span = spanIn(cells.from, cells.until);
  const unit = unitIdOf(unitCode);
  const teamPart = TEAM_PARTS.find((known) => known === part);
  if (teamPart) return { ...said, member: { rosterNumber, part: teamPart, ...span } };
  if (part === LIAISON) return { ...said, liaison: { rosterNumber, unit, ...span } };
  return unitCode === '' ? said : { ...said, pairing: { unit, ...span } };
};

type Cells = Row<TeamColumn>['cells'];

const faultIn = (cells: Cells): Omit<Fault, 'line'> | undefined => {
  if (cells.part !== '' && !PARTS.includes(cells.part))
    return { column: 'part', reason: `"${cells.part}" is none of ${PARTS.join(', ')}` };
  const empty = neededIn(cells).find((column) => cells[column] === '');
  if (empty !== undefined) return { column: empty, reason: 'is empty' };
  const wrong = DAYS.find((column) => cells[column] !== '' && dayIn(cells[column]) === undefined);
  if (wrong) return { column: wrong, reason: `"${cells[wrong]}" is no day like 2026-03-31` };
  const isOfPart = cells.part === 'head' || cells.part === 'member' || cells.part === 'substitute';
  if (isOfPart && cells.unit_code !== '')
    return { column: 'unit_code', reason: 'is of a liaison, or of a pairing' };
  if (cells.part === '' && cells.roster_number !== '')
    return { column: 'part', reason: 'is empty beside a person' };
  return undefined;
};

/** Who is in a team has a roster number, a liaison a unit as well; whatever is in a team has a first day. */
const neededIn = ({ part, unit_code: unit, roster_number: roster }: Cells): readonly TeamColumn[] => [
  'team_code',
  'team',
  'team_from',
  ...(part === '' ? [] : (['roster_number'] as const)),
  ...(part === LIAISON ? (['unit_code'] as const) : []),
  ...(part === '' && unit === '' && roster === '' ? [] : (['from'] as const)),
];

const spanIn = (from: string, until: string): Span => ({
  from: from as Day,
  ...(until !== '' && { until: until as Day }),
});

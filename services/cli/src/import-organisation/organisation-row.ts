import { POST_ROLES, type PostRole } from '@redress/contracts/directory/roles';
import type { Day } from '@redress/contracts/values';
import { dayIn } from '../table-file/moments.js';
import type { Fault, Row } from '../table-file/table.js';

export const ORGANISATION_COLUMNS = {
  needed: [
    'unit_code',
    'unit',
    'parent_code',
    'post_code',
    'post',
    'role',
    'roster_number',
    'person',
    'from',
  ],
  optional: ['until', 'heads'],
} as const;
export type OrganisationColumn = (typeof ORGANISATION_COLUMNS)['needed' | 'optional'][number];

/** A unit, and perhaps a post in it, and perhaps who holds that. */
export type Placed = {
  readonly line: number;
  readonly unit: { readonly code: string; readonly name: string; readonly parent: string | undefined };
  readonly post?: {
    readonly code: string;
    readonly title: string;
    readonly role: PostRole;
    /** Its holder leads the unit. */
    readonly heads?: true;
  };
  readonly holder?: { readonly rosterNumber: string; readonly name: string; readonly until: Day | undefined };
  readonly from: Day;
};

/** What a row says, or what is wrong with it. */
export const placedIn = ({ line, cells }: Row<OrganisationColumn>): Placed | Fault => {
  const empty = neededIn(cells).find((column) => cells[column] === '');
  if (empty !== undefined) return { line, column: empty, reason: 'is empty' };
  const role = POST_ROLES.find((known) => known === cells.role);
  if (cells.post_code !== '' && role === undefined)
    return { line, column: 'role', reason: `"${cells.role}" is none of ${POST_ROLES.join(', ')}` };
  if (!['', 'yes', 'no'].includes(cells.heads))
    return { line, column: 'heads', reason: `"${cells.heads}" is neither yes nor no` };
  const from = dayIn(cells.from);
  if (from === undefined)
    return { line, column: 'from', reason: `"${cells.from}" is no day like 2026-03-31` };
  const until = dayIn(cells.until);
  if (cells.until !== '' && until === undefined)
    return { line, column: 'until', reason: `"${cells.until}" is no day like 2026-03-31` };

  return {
    line,
    unit: { code: cells.unit_code, name: cells.unit, parent: cells.parent_code || undefined },
    ...(role &&
      cells.post_code !== '' && {
        post: {
          code: cells.post_code,
          title: cells.post,
          role,
          ...(cells.heads === 'yes' && { heads: true as const }),
        },
      }),
    ...(cells.roster_number !== '' && {
      holder: { rosterNumber: cells.roster_number, name: cells.person, until },
    }),
    from,
  };
};

/** A post needs a title and a role, a holder a name and a post. */
const neededIn = (cells: Row<OrganisationColumn>['cells']): readonly OrganisationColumn[] => [
  'unit_code',
  'unit',
  'from',
  ...(cells.post_code === '' ? [] : (['post', 'role'] as const)),
  ...(cells.roster_number === '' ? [] : (['post_code', 'person'] as const)),
];

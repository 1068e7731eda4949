import type { Role } from '@redress/contracts/envelope';
import type { Grant, Reach } from '../policy.js';

type May = Grant['may'];

const each = (roles: readonly Role[], reach: Reach): May =>
  Object.fromEntries(roles.map((role) => [role, reach]));

/** Everybody who is signed in. */
export const STAFF: May = each(
  ['unit', 'office', 'inspection', 'leading-group', 'auditor', 'operator'],
  'everything',
);

/** Everybody, also who says not who they are. */
export const ANYBODY: May = { ...STAFF, submitter: 'everything' };

/** Everybody who is signed in, for themselves. */
export const FOR_THEMSELVES: May = each(
  ['unit', 'office', 'inspection', 'leading-group', 'auditor', 'operator'],
  'own',
);

/** Whoever sends an opinion, signed or not, and holds its receipt. */
export const SUBMITTERS: May = { ...FOR_THEMSELVES, submitter: 'own' };

/** Everything about somebody: for oneself, and for who answers for giving it out. */
export const ABOUT_SOMEBODY: May = { ...SUBMITTERS, office: 'everything', auditor: 'everything' };

/** Who works with all that is on record. */
export const READERS: May = each(['office', 'inspection', 'leading-group', 'auditor'], 'everything');

export const READERS_FOR_THEMSELVES: May = each(['office', 'inspection', 'leading-group', 'auditor'], 'own');

export const READERS_AND_UNITS: May = { ...READERS, unit: 'own' };

/** Services among themselves: no person is told. */
export const SERVICES: May = { system: 'everything' };

export const command = (may: May, otherwise: string): Grant => ({
  may,
  otherwise,
  isQuestion: false,
});
export const query = (may: May): Grant => ({ may, otherwise: 'not-found', isQuestion: true });

export const office = (otherwise = 'not-the-office'): Grant => command({ office: 'everything' }, otherwise);
export const officeOrAbove = (otherwise = 'not-the-office'): Grant =>
  command({ office: 'everything', 'leading-group': 'everything' }, otherwise);
export const leadUnit = (): Grant => command({ unit: 'own' }, 'not-the-lead-unit');
export const officeOrOperator = (otherwise: string): Grant =>
  command({ office: 'everything', operator: 'everything' }, otherwise);

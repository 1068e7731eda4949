import { interestInLeadUnit } from '@redress/contracts/inspection/interest.examples';
import { check, visitDay } from '@redress/contracts/inspection/visit.examples';
import type { Standing } from './standing.js';

/** How somebody stands on the day of the visit: in the team or not, and nothing speaks against it. */
const standing = { on: visitDay, check, leadsUnit: false };
export const asHead: Standing = { ...standing, part: 'head' };
export const asMember: Standing = { ...standing, part: 'member' };
export const asStranger: Standing = { ...standing, part: undefined };
export const asRecused: Standing = { ...asMember, check: { ...check, conflicts: [interestInLeadUnit] } };
export const asLeader: Standing = { on: visitDay, part: undefined, check: undefined, leadsUnit: true };
export const asEmployee: Standing = { ...asLeader, leadsUnit: false };

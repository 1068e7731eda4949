import type { Role } from '@redress/contracts/envelope';
import { AUDIT } from './policies/audit.js';
import { DIRECTORY } from './policies/directory.js';
import { IDENTITY } from './policies/identity.js';
import { INSPECTION } from './policies/inspection.js';
import { INTAKE } from './policies/intake.js';
import { RECTIFICATION } from './policies/rectification.js';

/**
 * How far a role may: for everything there is, or for what is its own, which the rule behind it tells: of its unit, post or
 * team, of the person, or under the receipt that is shown.
 */
export type Reach = 'everything' | 'own';

/** Who may say or ask one thing; a role that is not named may not, and is told so in the words of the command. */
export type Grant = {
  readonly may: Readonly<Partial<Record<Role, Reach>>>;
  /** A rejection of the command; of a query always that there is nothing. */
  readonly otherwise: string;
  /** Whether it asks, and changes nothing. */
  readonly isQuestion: boolean;
};

export type Grants = Readonly<Record<string, Grant>>;

/** Who may do what, by the subject of each command and query: all there is. What is not named is refused to everybody. */
export const POLICY: Grants = {
  ...DIRECTORY,
  ...IDENTITY,
  ...INTAKE,
  ...RECTIFICATION,
  ...INSPECTION,
  ...AUDIT,
};

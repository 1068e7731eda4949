import type { RegisteredPerson } from '@redress/contracts/directory/leavers';
import { spelt, USER_SHAPE } from './attributes.js';
import { ENTERPRISE, USER } from './names.js';
import { invalid } from './scim-error.js';
import type { NumberField } from './settings.js';

/** A person as a user. */
export type User = {
  readonly schemas: readonly string[];
  readonly id: string;
  readonly userName: string;
  readonly externalId?: string;
  readonly name: { readonly formatted: string };
  readonly displayName: string;
  readonly active: boolean;
  readonly [ENTERPRISE]: { readonly employeeNumber: string };
  readonly meta: { readonly resourceType: 'User'; readonly location: string; readonly version: string };
};

/** What a request says of somebody; what it leaves out stays as it is. */
export type Said = {
  readonly rosterNumber?: string;
  readonly userName?: string;
  readonly externalId?: string;
  readonly name?: string;
  readonly active?: boolean;
};

export const userOf = (person: RegisteredPerson, number: NumberField, base: string): User => {
  const { id, rosterNumber, name, userName, externalId, hasLeft, revision } = person;
  const outer = number === 'externalId' ? rosterNumber : externalId;
  return {
    schemas: [USER, ENTERPRISE],
    id,
    userName: number === 'userName' ? rosterNumber : (userName ?? rosterNumber),
    ...(outer !== undefined && { externalId: outer }),
    name: { formatted: name },
    displayName: name,
    active: !hasLeft,
    [ENTERPRISE]: { employeeNumber: rosterNumber },
    meta: { resourceType: 'User', location: `${base}/Users/${id}`, version: `W/"${String(revision)}"` },
  };
};

const IS_CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

/** What is sent of a user. @throws ScimError that names the field and the rule */
export const saidIn = (sent: object, number: NumberField, before?: User): Said => {
  const user = spelt(USER_SHAPE, sent);
  const userName = textIn('userName', user['userName'], 200);
  const externalId = textIn('externalId', user['externalId'], 200);
  const extension = partsIn(ENTERPRISE, user[ENTERPRISE]);
  const employeeNumber = textIn(`${ENTERPRISE}:employeeNumber`, extension['employeeNumber'], 200);
  const rosterNumber = { userName, externalId, employeeNumber }[number];
  const field = number === 'employeeNumber' ? `${ENTERPRISE}:employeeNumber` : number;
  if (
    rosterNumber !== undefined &&
    (!IS_CODE.test(rosterNumber) || rosterNumber !== rosterNumber.normalize('NFC'))
  )
    throw invalid(field, 'is the roster number, of at most 40 letters, digits, dots, dashes and underscores');
  const name = nameIn(user, before) ?? (before ? undefined : userName);
  const active = activeIn(user['active']);
  return {
    ...(rosterNumber !== undefined && { rosterNumber }),
    ...(userName !== undefined && { userName }),
    ...(externalId !== undefined && { externalId }),
    ...(name !== undefined && { name }),
    ...(active !== undefined && { active }),
  };
};

/** The name that is shown; of what changes, what is meant to be shown first, else the name, else its parts. */
const nameIn = (user: Readonly<Record<string, unknown>>, before: User | undefined): string | undefined => {
  const parts = partsIn('name', user['name']);
  const shown = textIn('displayName', user['displayName'], 100);
  const formatted = textIn('name.formatted', parts['formatted'], 100);
  const family = textIn('name.familyName', parts['familyName'], 100);
  const given = textIn('name.givenName', parts['givenName'], 100);
  const composed = family !== undefined && given !== undefined ? composedOf(family, given) : undefined;
  const said = [shown, formatted, composed].filter((name) => name !== undefined);
  const name = said.find((one) => one !== before?.displayName) ?? said[0];
  if (name !== undefined && name.length > 100) throw invalid('name', 'is longer than 100 characters');
  return name;
};

const composedOf = (family: string, given: string): string =>
  /\p{Script=Han}/u.test(family + given) ? `${family}${given}` : `${given} ${family}`;

/** Entra ID says it as text unless told otherwise. */
const activeIn = (value: unknown): boolean | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  if (text === 'true' || text === 'false') return text === 'true';
  throw invalid('active', 'must be true or false');
};

const partsIn = (field: string, value: unknown): Readonly<Record<string, unknown>> => {
  if (value === undefined || value === null) return {};
  if (typeof value === 'object' && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw invalid(field, 'must be an object');
};

const textIn = (field: string, value: unknown, most: number): string | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalid(field, 'must be text');
  const text = value.trim();
  if (text.length > most) throw invalid(field, `is longer than ${String(most)} characters`);
  if (/\p{Cc}|\p{Cs}|[\u202d\u202e]/u.test(text)) throw invalid(field, 'must be text that can be read');
  return text === '' ? undefined : text;
};

import { ENTERPRISE, GROUP, POST, USER } from './names.js';
import { ScimError, type ScimType } from './scim-error.js';

/** What there is in a resource: `kept` is what we know, `forgotten` what may be sent and is not kept. */
export type Shape = {
  readonly schema: string;
  readonly kept: Readonly<Record<string, readonly string[]>>;
  readonly forgotten: readonly string[];
  readonly extension: string;
};

export const USER_SHAPE: Shape = {
  schema: USER,
  extension: ENTERPRISE,
  kept: {
    userName: [],
    externalId: [],
    displayName: [],
    active: [],
    name: ['formatted', 'familyName', 'givenName', 'middleName', 'honorificPrefix', 'honorificSuffix'],
    [ENTERPRISE]: ['employeeNumber', 'costCenter', 'organization', 'division', 'department', 'manager'],
  },
  forgotten: [
    ...[
      'schemas',
      'id',
      'meta',
      'groups',
      'nickName',
      'profileUrl',
      'title',
      'userType',
      'preferredLanguage',
    ],
    ...[
      'locale',
      'timezone',
      'password',
      'emails',
      'phoneNumbers',
      'ims',
      'photos',
      'addresses',
      'entitlements',
    ],
    ...['roles', 'x509Certificates'],
  ],
};

export const GROUP_SHAPE: Shape = {
  schema: GROUP,
  extension: POST,
  kept: { displayName: [], externalId: [], members: ['value', 'display', 'type', '$ref'] },
  forgotten: ['schemas', 'id', 'meta', POST],
};

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** An attribute as the schema writes it; undefined for one that is not kept. @throws ScimError for one that there is not */
export const attributeIn = (
  shape: Shape,
  name: string,
  kind: ScimType = 'invalidValue',
): string | undefined => {
  const kept = Object.keys(shape.kept).find((one) => same(one, name));
  if (kept !== undefined) return kept;
  if (shape.forgotten.some((one) => same(one, name))) return undefined;
  throw new ScimError(400, kind, `${name}: no attribute of this resource`);
};

const partIn = (shape: Shape, attribute: string, name: string, kind: ScimType): string => {
  const part = shape.kept[attribute]?.find((one) => same(one, name));
  if (part !== undefined) return part;
  throw new ScimError(400, kind, `${attribute}.${name}: no attribute of this resource`);
};

export type Path = {
  readonly attribute: string;
  readonly filter?: string;
  readonly part?: string;
};

const SPELT = /^(?<attribute>[\w$-]+)(?:\[(?<filter>.*)\])?(?:\.(?<part>[\w$-]+))?$/s;

/**
 * A path as the schema writes it: `members[value eq "…"]`, `name.familyName`, with or without the schema before it; undefined for
 * what is not kept. @throws ScimError
 */
export const pathIn = (shape: Shape, path: string, kind: ScimType = 'invalidPath'): Path | undefined => {
  const text = path.trim();
  for (const urn of [shape.extension, shape.schema]) {
    if (same(text, urn)) return attributeIn(shape, urn, kind) === undefined ? undefined : { attribute: urn };
    if (!same(text.slice(0, urn.length + 1), `${urn}:`) && !same(text.slice(0, urn.length + 1), `${urn}.`))
      continue;
    const rest = text.slice(urn.length + 1);
    if (urn === shape.schema) return pathIn(shape, rest, kind);
    if (attributeIn(shape, urn, kind) === undefined) return undefined;
    const [name = '', ...below] = rest.split('.');
    const part = partIn(shape, urn, name, kind);
    return below.length > 0 && part !== 'manager' ? pathIn(shape, rest, kind) : { attribute: urn, part };
  }
  const { attribute: name, filter, part } = SPELT.exec(text)?.groups ?? {};
  if (name === undefined) throw new ScimError(400, kind, `${path}: no path of an attribute`);
  const attribute = attributeIn(shape, name, kind);
  if (attribute === undefined) return undefined;
  return {
    attribute,
    ...(filter !== undefined && { filter }),
    ...(part !== undefined && { part: partIn(shape, attribute, part, kind) }),
  };
};

/** A resource that was sent, with names as the schema writes them, and nothing that is not kept. @throws ScimError */
export const spelt = (shape: Shape, sent: object): Readonly<Record<string, unknown>> => {
  const found: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(sent as Readonly<Record<string, unknown>>)) {
    const path = pathIn(shape, name, 'invalidValue');
    if (path === undefined) continue;
    const { attribute, part } = path;
    const said = speltWithin(shape, attribute, value);
    if (part === undefined)
      found[attribute] =
        isObject(found[attribute]) && isObject(said) ? { ...found[attribute], ...said } : said;
    else found[attribute] = { ...(isObject(found[attribute]) ? found[attribute] : {}), [part]: value };
  }
  return found;
};

/** The value of an attribute, with the names in it as the schema writes them. */
export const speltWithin = (shape: Shape, attribute: string, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((item: unknown) => speltWithin(shape, attribute, item));
  if (!isObject(value) || (shape.kept[attribute] ?? []).length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, within]: readonly [string, unknown]) => [
      partIn(shape, attribute, name, 'invalidValue'),
      within,
    ]),
  );
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

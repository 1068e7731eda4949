import { type Filter, filter as matching, parse } from 'scim2-parse-filter';
import { attributeIn, pathIn, type Shape } from './attributes.js';
import { LIST, PAGE } from './names.js';
import { ScimError } from './scim-error.js';

export type Listed = {
  readonly schemas: readonly [typeof LIST];
  readonly totalResults: number;
  readonly startIndex: number;
  readonly itemsPerPage: number;
  readonly Resources: readonly object[];
};

type Query = Readonly<Record<string, unknown>>;
const EXACT = ['id', 'externalId'];

/** A page of resources, counted from 1 (RFC 7644, 3.4.2.4). @throws ScimError */
export const pageOf = <Resource extends object>(
  all: readonly Resource[],
  query: Query,
  show: (resource: Resource) => object,
): Listed => {
  const startIndex = Math.max(1, numberIn(query, 'startIndex', 1));
  const count = Math.min(PAGE.most, Math.max(0, numberIn(query, 'count', PAGE.usual)));
  const page = all.slice(startIndex - 1, startIndex - 1 + count);
  return {
    schemas: [LIST],
    totalResults: all.length,
    startIndex,
    itemsPerPage: page.length,
    Resources: page.map(show),
  };
};

const numberIn = (query: Query, name: string, otherwise: number): number => {
  const value = query[name];
  if (value === undefined) return otherwise;
  if (typeof value === 'string' && /^-?\d{1,9}$/.test(value)) return Number(value);
  throw new ScimError(400, 'invalidValue', `${name}: must be a whole number`);
};

/** What is asked for, and which text which attribute has to equal when that is all. */
export type Wanted = {
  readonly is: (resource: object) => boolean;
  readonly equal?: readonly [name: string, text: string];
};

/** The filter of a query. @throws ScimError */
export const wantedIn = (shape: Shape, query: Query): Wanted => {
  const text = query['filter'];
  if (text === undefined || text === '') return { is: () => true };
  if (typeof text !== 'string' || text.length > 1_000)
    throw new ScimError(400, 'invalidFilter', 'filter: must be one text of at most 1000 characters');
  try {
    const asked = parse(text);
    const filter = spelt(shape, asked);
    const matches = matching(filter);
    const isEqual = asked.op === 'eq' && filter.op === 'eq' && typeof asked.compValue === 'string';
    return {
      is: (resource) => matches(comparable(resource)),
      ...(isEqual && { equal: [filter.attrPath, String(asked.compValue)] as const }),
    };
  } catch (error) {
    if (error instanceof ScimError) throw error;
    throw new ScimError(400, 'invalidFilter', 'filter: cannot be read');
  }
};

const spelt = (shape: Shape, filter: Filter, within = ''): Filter => {
  if ('filters' in filter)
    return { ...filter, filters: filter.filters.map((one) => spelt(shape, one, within)) };
  if ('filter' in filter) return { ...filter, filter: spelt(shape, filter.filter, within) };
  const attrPath = within === '' ? nameIn(shape, filter.attrPath) : filter.attrPath;
  if ('valFilter' in filter)
    return { ...filter, attrPath, valFilter: spelt(shape, filter.valFilter, attrPath) };
  if (!('compValue' in filter)) return { ...filter, attrPath };
  return { ...filter, attrPath, compValue: asCompared(attrPath, filter.compValue) };
};

const nameIn = (shape: Shape, name: string): string => {
  if (/^(id|schemas|meta)(\.|$)/i.test(name))
    return name.replace(/^(id|schemas|meta)/i, (one) => one.toLowerCase());
  const path = pathIn(shape, name, 'invalidFilter');
  if (path === undefined) return attributeIn(shape, name.split(/[.:]/)[0] ?? '', 'invalidFilter') ?? name;
  const { attribute, part } = path;
  if (part === undefined) return attribute;
  return attribute.includes(':') ? `${attribute}:${part}` : `${attribute}.${part}`;
};

type Compared = string | number | boolean | null;

const asCompared = (name: string, value: Compared): Compared => {
  if (name === 'active' && typeof value === 'string') return value.toLowerCase() === 'true';
  return typeof value === 'string' && !EXACT.includes(name) ? value.toLowerCase() : value;
};

/** The case of text says nothing, except in ids. */
const comparable = (resource: object): object =>
  Object.fromEntries(
    Object.entries(resource).map(([name, value]) => [
      name,
      EXACT.includes(name) ? (value as unknown) : lower(value),
    ]),
  );

const lower = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toLowerCase();
  if (Array.isArray(value)) return value.map(lower);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, lower(one)]));
};

/** Of a resource what `attributes` names, or all but what `excludedAttributes` names; always who it is (RFC 7644, 3.9). */
export const shownAs = (query: Query): ((resource: object) => object) => {
  const [only, without] = [namesIn(query['attributes']), namesIn(query['excludedAttributes'])];
  if (only.length === 0 && without.length === 0) return (resource) => resource;
  return (resource) =>
    Object.fromEntries(
      Object.entries(resource).flatMap(([name, value]): (readonly [string, unknown])[] => {
        if (name === 'schemas' || name === 'id') return [[name, value]];
        if (only.length === 0)
          return without.includes(name.toLowerCase()) ? [] : [[name, partly(name, value, without, false)]];
        if (only.includes(name.toLowerCase())) return [[name, value]];
        const part = partly(name, value, only, true);
        return part === undefined || Object.keys(part as object).length === 0 ? [] : [[name, part]];
      }),
    );
};

const partly = (name: string, value: unknown, names: readonly string[], isOnly: boolean): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return isOnly ? undefined : value;
  return Object.fromEntries(
    Object.entries(value).filter(([part]) => {
      const isNamed = [`${name}.${part}`, `${name}:${part}`].some((one) => names.includes(one.toLowerCase()));
      return isNamed === isOnly;
    }),
  );
};

const namesIn = (value: unknown): readonly string[] =>
  typeof value === 'string' && value !== ''
    ? value.split(',').map((name) =>
        name
          .trim()
          .toLowerCase()
          .replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, ''),
      )
    : [];

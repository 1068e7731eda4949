import { scimPatch, type ScimPatchOperation, type ScimResource } from 'scim-patch';
import { parse } from 'scim2-parse-filter';
import { pathIn, type Shape, speltWithin } from './attributes.js';
import { ScimError } from './scim-error.js';

const OPERATIONS = ['add', 'replace', 'remove'] as const;
type Operation = {
  readonly op: (typeof OPERATIONS)[number];
  readonly path?: string;
  readonly value: unknown;
};

const syntax = (detail: string): ScimError => new ScimError(400, 'invalidSyntax', detail);

/**
 * The resource as it is after the operations of a PATCH (RFC 7644, 3.5.2), which are forgiven the case of their names, and a
 * value without a path. What is not kept is passed over. @throws ScimError
 */
export const patchedBy = (
  shape: Shape,
  resource: object,
  sent: object,
): Readonly<Record<string, unknown>> => {
  const before = JSON.parse(JSON.stringify(resource)) as ScimResource;
  const operations = operationsIn(sent).flatMap((operation) => speltOperations(shape, operation, before.id));
  try {
    return scimPatch(before, operations as ScimPatchOperation[], {
      mutateDocument: true,
      treatMissingAsAdd: true,
    }) as unknown as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (error instanceof ScimError) throw error;
    throw errorOf(error);
  }
};

const operationsIn = (sent: object): readonly Operation[] => {
  const list = fieldIn(sent, 'operations');
  if (!Array.isArray(list) || list.length === 0) throw syntax('Operations: must be a list of operations');
  return list.map((one: unknown, index): Operation => {
    const at = `Operations[${String(index)}]`;
    if (typeof one !== 'object' || one === null) throw syntax(`${at}: must be an object`);
    const [said, path, value] = ['op', 'path', 'value'].map((name) => fieldIn(one, name));
    const op = OPERATIONS.find((known) => typeof said === 'string' && known === said.toLowerCase());
    if (!op) throw syntax(`${at}.op: must be add, replace or remove`);
    if (path !== undefined && typeof path !== 'string') throw syntax(`${at}.path: must be text`);
    if (op !== 'remove' && value === undefined) throw syntax(`${at}.value: is missing`);
    if (op === 'remove' && !path) throw new ScimError(400, 'noTarget', `${at}.path: is missing`);
    return { op, value, ...(path && { path }) };
  });
};

const fieldIn = (object: object, name: string): unknown =>
  Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1] as unknown;

/** One operation for each attribute that it is about, as the schema writes them. */
const speltOperations = (
  shape: Shape,
  { op, path, value }: Operation,
  id: string | undefined,
): readonly Operation[] => {
  if (path === undefined) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw syntax(`value: of an operation without a path must be an object`);
    return Object.entries(value).flatMap(([name, within]) =>
      speltOperations(shape, { op, path: name, value: within }, id),
    );
  }
  if (/^id$/i.test(path)) {
    if (value === id) return [];
    throw new ScimError(400, 'mutability', 'id: is given, and never changes');
  }
  const spelt = pathIn(shape, path);
  if (spelt === undefined) return [];
  const { attribute, filter, part } = spelt;
  if (filter !== undefined) mustParse(path, filter);
  const prefix = attribute.includes(':') && part !== undefined ? `${attribute}:` : attribute;
  const within = prefix === attribute ? (part === undefined ? '' : `.${part}`) : (part ?? '');
  const whole = `${prefix}${filter === undefined ? '' : `[${filter}]`}${within}`;
  const said = part === undefined ? speltWithin(shape, attribute, value) : value;
  const isExtension = attribute === shape.extension && part === undefined;
  if (isExtension && op !== 'remove')
    return Object.entries(said ?? {}).map(([name, one]) => ({
      op,
      path: `${attribute}:${name}`,
      value: one as unknown,
    }));
  return [{ op, path: whole, value: attribute === 'members' ? membersIn(said) : said }];
};

/** Of a member counts who it is. */
const membersIn = (value: unknown): unknown => {
  if (value === undefined || value === null) return undefined;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map((one) => {
    const id = typeof one === 'object' && one !== null ? (one as { readonly value?: unknown }).value : one;
    if (typeof id !== 'string')
      throw new ScimError(400, 'invalidValue', 'members.value: must be the id of a user');
    return { value: id };
  });
};

/** An id has no colon; the library would take what stands before one for a schema. */
const mustParse = (path: string, filter: string): void => {
  if (filter.includes(':')) throw new ScimError(400, 'noTarget', `${path}: matches nothing`);
  try {
    parse(filter);
  } catch {
    throw new ScimError(400, 'invalidPath', `${path}: its filter cannot be read`);
  }
};

const errorOf = (error: unknown): ScimError => {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  const isTarget = (error as { readonly scimCode?: unknown }).scimCode === 'noTarget' || name === 'NoTarget';
  return new ScimError(
    400,
    isTarget ? 'noTarget' : 'invalidPath',
    `Operations: ${message || 'cannot be applied'}`,
  );
};

import type { Json, JsonObject } from '@redress/contracts/event';

const LIST = '*';

type Found = { readonly path: string; readonly value: Json };

const childOf = (value: Json | undefined, name: string): Json | undefined =>
  typeof value === 'object' && value !== null ? (value as JsonObject)[name] : undefined;

/** What is at the end of a path in some data, once for each item of the lists on its way. */
export const allAt = (data: JsonObject, path: string): readonly Found[] => {
  let found: readonly Found[] = [{ path: '', value: data }];
  for (const name of path.split('.'))
    found = found.flatMap(({ path: way, value }) => {
      const names = name === LIST && Array.isArray(value) ? value.map((_, place) => String(place)) : [name];
      return names.flatMap((one) => {
        const child = childOf(value, one);
        return child === undefined ? [] : [{ path: way === '' ? one : `${way}.${one}`, value: child }];
      });
    });
  return found;
};

/** A path with the places in lists that another way took: `entries.*.entryId` on the way `entries.2.met.name`. */
export const alongside = (path: string, way: string): string => {
  const places = way.split('.').filter((name) => /^\d+$/.test(name));
  return path
    .split('.')
    .map((name) => (name === LIST ? (places.shift() ?? LIST) : name))
    .join('.');
};

/** The same data without what is at these paths, none of which goes through another. */
export const without = (data: JsonObject, paths: readonly string[]): JsonObject =>
  changed(data, new Map(paths.map((path) => [path, undefined])));

/** The same data with these texts at these paths. */
export const withTexts = (data: JsonObject, texts: ReadonlyMap<string, string>): JsonObject =>
  changed(data, texts);

const changed = (data: JsonObject, values: ReadonlyMap<string, string | undefined>): JsonObject => {
  const copy: Record<string, Json> = { ...data };
  const copied = new Set<object>([copy]);
  for (const [path, value] of values) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at: Record<string, Json> = copy;
    for (const name of names) at = copiedChild(at, name, copied);
    if (value !== undefined) at[last] = value;
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
    else delete at[last];
  }
  return copy;
};

// Each object on the way is copied once, so that whoever holds the data keeps it as it is.
const copiedChild = (
  parent: Record<string, Json>,
  name: string,
  copied: Set<object>,
): Record<string, Json> => {
  const child = parent[name] as Record<string, Json> | readonly Json[] | undefined;
  if (child && copied.has(child)) return child as Record<string, Json>;
  const copy = (Array.isArray(child) ? [...(child as readonly Json[])] : { ...child }) as Record<
    string,
    Json
  >;
  copied.add(copy);
  parent[name] = copy;
  return copy;
};

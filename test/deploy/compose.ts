import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPair, isScalar, parseDocument, visit } from 'yaml';
import { ROOT } from '../architecture/sources.js';

type Values = Readonly<Record<string, string | null>>;
export type Mount = { readonly source: string; readonly target?: string };

/** What is said of a service, as far as somebody here asks. */
export type Service = {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly dockerfile: string; readonly args?: Values };
  readonly command?: readonly string[];
  readonly entrypoint?: readonly string[];
  readonly environment?: Values;
  readonly profiles?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly configs?: readonly (string | Mount)[];
  readonly secrets?: readonly (string | Mount)[];
  readonly networks?: readonly string[] | Readonly<Record<string, unknown>>;
  readonly network_mode?: string;
  readonly user?: string;
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly deploy?: {
    readonly replicas?: number | string;
    readonly resources?: {
      readonly limits?: { readonly cpus?: string; readonly memory?: string; readonly pids?: number };
    };
  };
};

type Files = Readonly<Record<string, { readonly file: string }>>;

export type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
  readonly configs: Files;
  readonly secrets: Files;
};

export const OVERLAYS = ['embedded', 'cluster', 'observability', 'tls', 'outbound'] as const;
export type Overlay = (typeof OVERLAYS)[number];

export const fileOf = (overlay?: Overlay): string =>
  overlay ? `deploy/compose/${overlay}.yml` : 'docker-compose.yml';

type Tree = Record<string, unknown>;
type Written = {
  readonly tree: Tree;
  readonly instead: readonly (readonly string[])[];
  readonly gone: readonly (readonly string[])[];
};

/** A file with anchors and merge keys followed, and beside it what `!reset` and `!override` stand at. */
const written = (path: string): Written => {
  const document = parseDocument(readFileSync(join(ROOT, path), 'utf8'), { merge: true, logLevel: 'error' });
  if (document.errors.length > 0) throw new Error(`${path}: ${document.errors.join('; ')}`);
  const tagged = new Map<string, (readonly string[])[]>([
    ['!reset', []],
    ['!override', []],
  ]);
  visit(document, {
    Node: (_, node, way) => {
      const keys = way.flatMap((one) => (isPair(one) && isScalar(one.key) ? [String(one.key.value)] : []));
      tagged.get(node.tag ?? '')?.push(keys);
      if (node.tag === '!reset' || node.tag === '!override') delete node.tag;
    },
  });
  const gone = tagged.get('!reset') ?? [];
  return { tree: document.toJS() as Tree, instead: [...gone, ...(tagged.get('!override') ?? [])], gone };
};

/** As `docker compose config` would put files together, before variables are put in. */
export const merged = (...overlays: readonly Overlay[]): Compose =>
  overlays
    .map((overlay) => written(fileOf(overlay)))
    .reduce((below, { tree, instead, gone }) => {
      for (const keys of instead) without(below, keys);
      const above = structuredClone(tree);
      for (const keys of gone) without(above, keys);
      return together(below, above, []) as Tree;
    }, written(fileOf()).tree) as unknown as Compose;

/** A file by itself. */
export const alone = (overlay?: Overlay): Tree => written(fileOf(overlay)).tree;

const without = (tree: Tree, keys: readonly string[]): void => {
  const above = keys.slice(0, -1).reduce<unknown>((at, key) => (at as Tree | undefined)?.[key], tree);
  if (isTree(above)) Reflect.deleteProperty(above, keys.at(-1) ?? '');
};

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Maps are put together, lists one after the other; a command takes the place of the one before. */
const together = (below: unknown, above: unknown, way: readonly string[]): unknown => {
  const key = way.at(-1) ?? '';
  if (['command', 'entrypoint', 'test'].includes(key)) return above;
  if (key === 'networks' || key === 'depends_on') {
    if (Array.isArray(below) && isTree(above)) return { ...asTree(below), ...above };
    if (isTree(below) && Array.isArray(above)) return { ...below, ...asTree(above) };
  }
  if (Array.isArray(below) && Array.isArray(above)) return [...new Set<unknown>(below.concat(above))];
  if (!isTree(below) || !isTree(above)) return above ?? below;
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  return Object.fromEntries(
    keys.map((one) => [one, one in above ? together(below[one], above[one], [...way, one]) : below[one]]),
  );
};

const asTree = (names: readonly unknown[]): Tree =>
  Object.fromEntries(names.map((name) => [String(name), {}]));

/** Puts variables in, as compose does: `${NAME}`, `${NAME:-what else}`, `${NAME:?why it must be there}`. */
export const withVariables = (text: string, env: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g, (_, name?: string, kind?: string, rest = '') => {
    if (name === undefined) return '$';
    const value = env[name];
    if (value) return value;
    if (kind === '?') throw new Error(`${name}: ${String(rest)}`);
    return kind === '-' ? String(rest) : '';
  });

/** Which variables the files take from the shell or from .env. */
export const asked = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name));

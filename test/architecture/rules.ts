import { basename, dirname } from 'node:path';
import { type Import, LAYERS, projectOf, type Source, targetOf } from './sources.js';

/** What breaks a rule, one line each; nothing when it is kept. */
export type Rule = (sources: readonly Source[]) => readonly string[];

const kindOf = (path: string): string => path.slice(0, path.indexOf('/'));
const isSpec = ({ path }: Source): boolean => /\.(spec|conformance)\.ts$/.test(path);

const eachImport = (
  sources: readonly Source[],
  isWrong: (source: Source, one: Import) => boolean,
): string[] =>
  sources.flatMap((source) =>
    source.imports.filter((one) => isWrong(source, one)).map(({ from }) => `${source.path} imports ${from}`),
  );

export const aServiceImportsNoService: Rule = (sources) =>
  eachImport(sources, (source, one) => {
    const target = targetOf(source, one);
    if (!target || kindOf(source.path) === 'test') return false;
    return kindOf(target) === 'services' && projectOf(target) !== projectOf(source.path);
  });

export const aLibStandsOnThoseBelow: Rule = (sources) =>
  eachImport(sources, (source, one) => {
    const target = targetOf(source, one);
    if (!target || kindOf(source.path) !== 'libs') return false;
    const [own, other] = [projectOf(source.path), projectOf(target)];
    return own !== other && !LAYERS[basename(own)]?.includes(basename(other));
  });

/**
 * The client is used where the rest is not: it knows what is published, and nothing else. Only what operators do to a data
 * folder is done where that lies.
 */
export const theClientKnowsContractsOnly: Rule = (sources) =>
  eachImport(sources, (source, one) => {
    const target = targetOf(source, one);
    if (!target || projectOf(source.path) !== 'services/cli') return false;
    const known = ['services/cli', 'libs/contracts'];
    if (source.path.startsWith('services/cli/src/operate/')) known.push('libs/operations');
    return !known.includes(projectOf(target));
  });

/**
 * A command is begun anew each time that somebody types it: of contracts the client takes words and ids, never what loads
 * the framework, which is three quarters of such a beginning.
 */
export const theClientLoadsNoFramework: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const isPlain = ({ path }: Source): boolean => !/\.(spec|examples|conformance)\.ts$/.test(path);
  const loaded = new Set(
    sources.filter((source) => projectOf(source.path) === 'services/cli' && isPlain(source)),
  );
  for (const source of loaded)
    for (const one of source.imports) {
      const needed = one.typeOnly ? undefined : byPath.get(targetOf(source, one) ?? '');
      if (needed) loaded.add(needed);
    }
  return eachImport([...loaded], (_, one) => !one.typeOnly && one.from.startsWith('@nestjs/'));
};

const DECIDES = ['@redress/eventsourcing/decision'];
const FOLDS = ['@redress/eventsourcing/aggregate', '@redress/read-models/projection'];
const mentions = ({ imports }: Source, modules: readonly string[]): boolean =>
  imports.some(({ from }) => modules.includes(from));

/** A file without a second suffix that decides or folds: a rule, a state, a projection. */
const isPure = (source: Source): boolean =>
  kindOf(source.path) === 'services' &&
  !basename(source.path, '.ts').includes('.') &&
  mentions(source, [...DECIDES, ...FOLDS]);

const PURE_LIBS = ['libs/contracts', 'libs/calendar', 'libs/eventsourcing', 'libs/read-models'];

/** What of Node has neither input nor output nor memory: the same arguments, the same answer. */
const PURE_OF_NODE: Readonly<Record<string, readonly string[]>> = {
  'node:crypto': ['createHash', 'createHmac', 'timingSafeEqual'],
  'node:util': ['isDeepStrictEqual'],
};

const isPureOfNode = ({ from, names }: Import): boolean =>
  (names ?? ['everything']).every((name) => PURE_OF_NODE[from]?.includes(name));

/** A rule, and each file of its service that it needs, has no framework, no input, no output and no clock. */
export const aRuleKnowsNoFramework: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const pure = new Set(sources.filter(isPure));
  for (const source of pure)
    for (const one of source.imports) {
      const needed = byPath.get(targetOf(source, one) ?? '');
      if (needed && kindOf(needed.path) === 'services') pure.add(needed);
    }
  return eachImport([...pure], (source, one) => {
    const target = targetOf(source, one);
    if (!target) return !isPureOfNode(one);
    return ![projectOf(source.path), ...PURE_LIBS].includes(projectOf(target));
  });
};

/** A rule, which decides and is named as its folder is, has a spec there that uses it. */
export const aRuleHasItsSpecBesideIt: Rule = (sources) => {
  const tested = new Set(
    sources
      .filter(isSpec)
      .flatMap((spec) =>
        spec.imports
          .map((one) => targetOf(spec, one))
          .filter((target) => target !== undefined && dirname(target) === dirname(spec.path)),
      ),
  );
  return sources
    .filter((source) => isPure(source) && mentions(source, DECIDES) && isNamedAsItsFolder(source))
    .filter(({ path }) => !tested.has(path))
    .map(({ path }) => `${path} has no spec beside it`);
};

const isNamedAsItsFolder = ({ path }: Source): boolean => basename(dirname(path)) === basename(path, '.ts');

export const fieldsAreDeclaredInOnePlace: Rule = (sources) =>
  eachImport(
    sources.filter(({ path }) => !/^libs\/contracts\/src\/fields(\.spec)?\.ts$/.test(path)),
    (_, { from }) => /^class-(validator|transformer)(\/|$)/.test(from),
  );

export const nothingIsABarrel: Rule = (sources) =>
  sources
    .filter(({ path, isBarrel }) => path.endsWith('.ts') && (isBarrel || basename(path) === 'index.ts'))
    .map(({ path }) => `${path} only offers what others declare`);

const LONGEST = 250;

export const noFileIsTooLong: Rule = (sources) =>
  sources
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path} has ${String(lines)} lines`);

const EVERYBODYS = ['common', 'shared', 'utils', 'helpers', 'interfaces', 'dtos'];

export const noFolderIsForEverything: Rule = (sources) =>
  sources
    .filter(({ path }) => path.split('/').some((part) => EVERYBODYS.includes(part)))
    .map(({ path }) => `${path} lies in a folder that says nothing`);

/** At run time: types may refer to each other. */
export const nothingImportsItself: Rule = (sources) => {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) found.push([...way.slice(way.indexOf(path)), path].join(' → '));
    if (done.has(path) || way.includes(path)) return;
    const source = byPath.get(path);
    for (const one of source?.imports ?? []) {
      const target = source && !one.typeOnly ? targetOf(source, one) : undefined;
      if (target) visit(target, [...way, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
};

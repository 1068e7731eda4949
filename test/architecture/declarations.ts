import { globSync, readFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { projectOf, ROOT, type Source, targetOf } from './sources.js';

/** What a project says of itself: whom it needs, for npm and nx in package.json, for the compiler in tsconfig.json. */
export type Declared = {
  readonly project: string;
  readonly dependencies: readonly string[];
  readonly references: readonly string[];
};

export const allDeclared = (): readonly Declared[] =>
  globSync(['{services,libs}/*/package.json', 'test/package.json'], { cwd: ROOT }).map((path) => {
    const project = path.replaceAll('\\', '/').replace(/\/package\.json$/, '');
    const { dependencies = {} } = read(path) as { dependencies?: Record<string, string> };
    const { references = [] } = read(join(project, 'tsconfig.json')) as { references?: { path: string }[] };
    return {
      project,
      dependencies: Object.keys(dependencies).filter((name) => name.startsWith('@redress/')),
      references: references.map(({ path: other }) => posix.join(project, other)),
    };
  });

const read = (path: string): unknown => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

/** Both lists of each project must be what its sources import, no more and no less. */
export const whatIsDeclaredIsImported = (
  sources: readonly Source[],
  declared: readonly Declared[],
): readonly string[] =>
  declared.flatMap(({ project, dependencies, references }) => {
    const imported = new Set(
      sources
        .filter(({ path }) => projectOf(path) === project && path.endsWith('.ts'))
        .flatMap((source) => source.imports.map((one) => targetOf(source, one)))
        .filter((target) => target !== undefined)
        .map(projectOf)
        .filter((other) => other !== project),
    );
    return [
      ...differences(
        `${project}/package.json`,
        new Set(dependencies.map(shortOf)),
        new Set([...imported].map(shortOf)),
      ),
      ...differences(`${project}/tsconfig.json`, new Set(references), imported),
    ];
  });

const shortOf = (project: string): string => basename(project);

const differences = (
  file: string,
  declared: ReadonlySet<string>,
  imported: ReadonlySet<string>,
): string[] => [
  ...[...imported].filter((name) => !declared.has(name)).map((name) => `${file} lacks ${name}`),
  ...[...declared]
    .filter((name) => !imported.has(name))
    .map((name) => `${file} names ${name}, which is not imported`),
];

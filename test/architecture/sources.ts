import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export type Import = {
  /** As written. */
  readonly from: string;
  /** What of it, by its own names; undefined when it may be anything. */
  readonly names: readonly string[] | undefined;
  /** Whether nothing of it is there at run time. */
  readonly typeOnly: boolean;
};

export type Source = {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly lines: number;
  /** Whether it offers only what other files declare. */
  readonly isBarrel: boolean;
};

/** What a source file says of others, read with the compiler. */
export const sourceOf = (path: string, text: string): Source => {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument))
        imports.push({ from: argument.text, names: undefined, typeOnly: false });
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      const { literal } = node.argument;
      if (ts.isStringLiteral(literal)) imports.push({ from: literal.text, names: undefined, typeOnly: true });
    }
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      imports.push({
        from: (node.moduleSpecifier as ts.StringLiteral).text,
        names: ts.isImportDeclaration(node) ? namesIn(node.importClause) : undefined,
        typeOnly: ts.isImportDeclaration(node) ? nothingAtRunTime(node.importClause) : node.isTypeOnly,
      });
    ts.forEachChild(node, visit);
  };
  statements.forEach(visit);
  const isBarrel = statements.length > 0 && statements.every(isReExport);
  return { path, imports, lines: text.split('\n').length - 1, isBarrel };
};

const isReExport = (statement: ts.Statement): boolean =>
  ts.isExportDeclaration(statement) && statement.moduleSpecifier !== undefined;

const namesIn = (clause: ts.ImportClause | undefined): readonly string[] | undefined => {
  const bindings = clause?.namedBindings;
  if (!bindings || clause.name || !ts.isNamedImports(bindings)) return undefined;
  return bindings.elements.map(({ propertyName, name }) => (propertyName ?? name).text);
};

const nothingAtRunTime = (clause: ts.ImportClause | undefined): boolean => {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    !name &&
    !!namedBindings &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((e) => e.isTypeOnly)
  );
};

/** Every file that somebody wrote, TypeScript and plain JavaScript. */
export const allSources = (): readonly Source[] =>
  globSync(['{services,libs}/*/src/**/*.ts', '{test,deploy}/**/*.{ts,mjs}'], {
    cwd: ROOT,
    exclude: ['**/node_modules/**', '**/dist/**'],
  }).map((path) => sourceOf(path.replaceAll('\\', '/'), readFileSync(join(ROOT, path), 'utf8')));

/** `services/intake`, `libs/edge`, `test`, `deploy`. */
export const projectOf = (path: string): string =>
  /^(?:services|libs)\/[^/]+/.exec(path)?.[0] ?? path.slice(0, path.indexOf('/'));

/** The file behind an import within the workspace; undefined when it is from elsewhere. */
export const targetOf = ({ path }: Source, { from }: Import): string | undefined => {
  if (from.startsWith('.')) return posix.join(dirname(path), from).replace(/\.js$/, '.ts');
  const [, name, file] = /^@redress\/([^/]+)(?:\/(.+))?$/.exec(from) ?? [];
  if (name === undefined) return undefined;
  return `${isLib(name) ? 'libs' : 'services'}/${name}/src/${file ?? 'index'}.ts`;
};

const isLib = (name: string): boolean => name in LAYERS;

/** Which libs a lib may stand on. */
export const LAYERS: Readonly<Record<string, readonly string[]>> = {
  contracts: [],
  authorisation: ['contracts'],
  calendar: ['contracts'],
  eventsourcing: ['contracts'],
  'read-models': ['contracts', 'eventsourcing'],
  sealing: ['contracts', 'eventsourcing'],
  'store-sqlite': ['contracts', 'eventsourcing', 'read-models', 'sealing'],
  'store-kurrent': ['contracts', 'eventsourcing'],
  'store-mongo': ['contracts', 'eventsourcing', 'read-models', 'sealing'],
  evidence: ['contracts'],
  edge: ['contracts', 'eventsourcing'],
  telemetry: ['contracts'],
  messaging: ['contracts', 'edge', 'eventsourcing', 'read-models', 'telemetry'],
  operations: [
    'contracts',
    'eventsourcing',
    'evidence',
    'read-models',
    'sealing',
    'store-kurrent',
    'store-mongo',
    'store-sqlite',
  ],
  hosting: [
    'authorisation',
    'contracts',
    'edge',
    'eventsourcing',
    'messaging',
    'read-models',
    'sealing',
    'store-kurrent',
    'store-mongo',
    'store-sqlite',
    'telemetry',
  ],
};

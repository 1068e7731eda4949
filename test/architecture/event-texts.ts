import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './sources.js';

/** A field of an event that holds text as somebody wrote it: no id, no day, no word of a list. */
export type EventText = { readonly type: string; readonly path: string };

const FILES = 'libs/contracts/src/**/*.events.ts';

/** Every field of text of every event, found with the compiler; or those as well that are ids, days or hashes. */
export const eventTexts = ({ branded = false } = {}): readonly EventText[] => {
  const files = globSync(FILES, { cwd: ROOT }).map((file) => join(ROOT, file));
  const { config } = ts.parseConfigFileTextToJson(
    '',
    readFileSync(join(ROOT, 'tsconfig.base.json'), 'utf8'),
  ) as {
    config: { compilerOptions: object };
  };
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const program = ts.createProgram(files, { ...options, noEmit: true, composite: false, incremental: false });
  const checker = program.getTypeChecker();
  const found = new Map<string, EventText>();
  for (const file of files)
    for (const event of eventsIn(program.getSourceFile(file), checker)) {
      const [type, data] = ['type', 'data'].map((name) => propertyType(event, name, checker));
      if (!type?.isStringLiteral() || !data) continue;
      for (const path of textsIn(data, checker, branded))
        found.set(`${type.value} ${path}`, { type: type.value, path });
    }
  return [...found.values()];
};

/** The members of the unions that a file exports under a name that ends with `Event`. */
const eventsIn = (file: ts.SourceFile | undefined, checker: ts.TypeChecker): readonly ts.Type[] =>
  (file?.statements ?? []).flatMap((statement) => {
    if (!ts.isTypeAliasDeclaration(statement) || !statement.name.text.endsWith('Event')) return [];
    const type = checker.getTypeAtLocation(statement.name);
    return type.isUnion() ? type.types : [type];
  });

const propertyType = (of: ts.Type, name: string, checker: ts.TypeChecker): ts.Type | undefined => {
  const property = checker.getPropertyOfType(of, name);
  return property && checker.getTypeOfSymbol(property);
};

const textsIn = (type: ts.Type, checker: ts.TypeChecker, branded: boolean): readonly string[] => {
  const at = (part: ts.Type, path: string, depth: number): readonly string[] => {
    if (depth > 12) throw new Error(`${path} has no end`);
    if (part.isUnion()) return [...new Set(part.types.flatMap((one) => at(one, path, depth + 1)))];
    if (part.flags & ts.TypeFlags.String) return [path];
    // Ids, days and moments are branded strings.
    if (part.isIntersection() && part.types.some(({ flags }) => flags & ts.TypeFlags.String))
      return branded ? [path] : [];
    if (!(part.flags & ts.TypeFlags.Object) && !part.isIntersection()) return [];
    const item = checker.isArrayType(part) && checker.getIndexTypeOfType(part, ts.IndexKind.Number);
    if (item) return at(item, `${path}.*`, depth + 1);
    const named = checker.getPropertiesOfType(part).flatMap((property) => {
      const way = path === '' ? property.name : `${path}.${property.name}`;
      return at(checker.getTypeOfSymbol(property), way, depth + 1);
    });
    const under = checker.getIndexTypeOfType(part, ts.IndexKind.String);
    return under ? [...named, ...at(under, `${path}.*`, depth + 1)] : named;
  };
  return at(type, '', 0);
};

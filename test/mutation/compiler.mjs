// Whether a change would compile: what the compiler refuses needs no spec.

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

// It counts what is wrong, not what is left over.
const LENIENT = {
  noUnusedLocals: false,
  noUnusedParameters: false,
  allowUnreachableCode: true,
  noImplicitReturns: false,
};

const begin = (project) => {
  const path = resolve(project, 'tsconfig.json');
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    dirname(path),
    LENIENT,
  );
  const changed = new Map();
  const textOf = (file) => changed.get(file)?.text ?? ts.sys.readFile(file);
  const service = ts.createLanguageService({
    ...ts.sys,
    getCompilationSettings: () => ({ ...options, ...LENIENT, composite: false, incremental: false }),
    getScriptFileNames: () => fileNames,
    getScriptVersion: (file) => String(changed.get(file)?.version ?? ts.sys.getModifiedTime(file)?.getTime()),
    getScriptSnapshot: (file) => {
      const text = textOf(file);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
    getCurrentDirectory: () => dirname(path),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  const refuses = (file, text) => {
    const version = (changed.get(file)?.version ?? 0) + 1;
    changed.set(file, { text, version });
    return [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].length > 0;
  };
  return refuses;
};

const begun = new Map();

/** Whether the compiler refuses the file with this change in it. */
export const isRefused = (project, file, { start, end }, replacement) => {
  if (!begun.has(project)) begun.set(project, begin(project));
  const refuses = begun.get(project);
  const path = resolve(file);
  const text = readFileSync(path, 'utf8');
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const at = ({ line, column }) => source.getPositionOfLineAndCharacter(line - 1, column - 1);
  const refused = refuses(path, text.slice(0, at(start)) + replacement + text.slice(at(end)));
  if (refuses(path, text)) throw new Error(`${file} does not compile`);
  return refused;
};

// Changes the rules of one slice piece by piece, and says what nothing noticed.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { isRefused } from './compiler.mjs';

const plugin = (name) => fileURLToPath(new URL(name, import.meta.url));

const optionsFor = ({ project, mutate, specs }) => {
  const isLib = project.startsWith('libs/');
  const copied = isLib ? 'libs' : project;
  return {
    mutate,
    plugins: [plugin('in-process/runner.mjs'), plugin('left-out.mjs')],
    ignorers: ['left-out'],
    testRunner: 'in-process',
    testRunnerNodeArgs: ['--no-warnings'],
    inProcess: { specs, renewed: copied },
    coverageAnalysis: 'perTest',
    ignoreStatic: false,
    // Only what loops for ever takes so long, on a busy machine too.
    timeoutMS: 10_000,
    maxTestRunnerReuse: 400, // modules that were loaded anew stay in memory
    concurrency: 1,
    reporters: [],
    logLevel: 'error',
    allowEmpty: true,
    disableTypeChecks: false,
    symlinkNodeModules: false,
    tempDirName: '.nx/mutation',
    ignorePatterns: ['**', `!${copied}/**/*`, '**/dist/**'],
  };
};

/** A mutant as a person finds it again: the line, what of it is changed, and into what. */
const told = ({ fileName, location: { start, end }, replacement, mutatorName }) => {
  const lines = readFileSync(fileName, 'utf8').split('\n');
  const [line] = lines.slice(start.line - 1);
  const inside = lines.slice(start.line - 1, end.line);
  inside.push(inside.pop().slice(0, end.column - 1));
  const what = [inside[0].slice(start.column - 1), ...inside.slice(1)].map((one) => one.trim()).join(' ');
  return {
    file: relative('', fileName),
    line: line.trim(),
    what,
    becomes: replacement,
    at: start.line,
    mutatorName,
  };
};

export const changed = async (slice) => {
  const results = await new Stryker(optionsFor(slice)).runMutationTest();
  const of = (...statuses) => results.filter(({ status }) => statuses.includes(status));
  const failed = of('RuntimeError', 'CompileError', 'Pending');
  if (failed.length > 0) throw new Error(`${slice.name}: ${failed[0].statusReason}`);
  const alive = of('Survived', 'NoCoverage');
  const refused = alive.filter(({ fileName, location, replacement }) =>
    isRefused(slice.project, fileName, location, replacement),
  );
  return {
    mutants: results.length - of('Ignored').length,
    leftOut: of('Ignored').length,
    timedOut: of('Timeout').length,
    refused: refused.length,
    alive: alive.filter((one) => !refused.includes(one)).map(told),
  };
};

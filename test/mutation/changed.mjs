// Changes the rules of some slices of one project piece by piece, and says for each what nothing noticed.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import { isRefused } from './compiler.mjs';
import { isSame } from './survivors.mjs';

const plugin = (name) => fileURLToPath(new URL(name, import.meta.url));

const optionsFor = (batch, mutate = batch.flatMap((slice) => slice.mutate)) => {
  const [{ project }] = batch;
  const isLib = project.startsWith('libs/');
  const copied = isLib ? 'libs' : project;
  return {
    mutate,
    plugins: ['in-process/runner.mjs', 'left-out.mjs', 'progress.mjs'].map(plugin),
    ignorers: ['left-out'],
    testRunner: 'in-process',
    testRunnerNodeArgs: ['--no-warnings'],
    inProcess: {
      specsOf: Object.fromEntries(batch.flatMap(({ mutate, specs }) => mutate.map((file) => [file, specs]))),
      renewed: copied,
    },
    coverageAnalysis: 'perTest',
    ignoreStatic: false,
    // Only what loops for ever takes so long, on a busy machine too.
    timeoutMS: 10_000,
    maxTestRunnerReuse: 400, // modules that were loaded anew stay in memory
    concurrency: 1,
    reporters: ['now-and-then'],
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
    to: end.line,
    mutatorName,
  };
};

export const changed = async (batch) => {
  const results = await new Stryker(optionsFor(batch)).runMutationTest();
  return batch.map((slice) => {
    const own = results.filter(({ fileName }) => slice.mutate.includes(relative('', fileName)));
    return found(slice, own);
  });
};

/** Of those that were alive before, those that still are. */
export const stillAlive = async (batch, before) => {
  const mutate = before.map(({ file, at, to = at + 12 }) => `${file}:${at}-${to}`);
  const results = await new Stryker(optionsFor(batch, mutate)).runMutationTest();
  const noticed = results.filter(({ status }) => !['Survived', 'NoCoverage'].includes(status)).map(told);
  return before.filter((one) => !noticed.some((other) => isSame(one, other)));
};

const found = ({ name, project }, results) => {
  const of = (...statuses) => results.filter(({ status }) => statuses.includes(status));
  const failed = of('RuntimeError', 'CompileError', 'Pending');
  if (failed.length > 0) throw new Error(`${name}: ${failed[0].statusReason}`);
  const unnoticed = of('Survived', 'NoCoverage');
  const alive = unnoticed.filter(
    ({ fileName, location, replacement }) => !isRefused(project, fileName, location, replacement),
  );
  return {
    mutants: results.length - of('Ignored').length,
    leftOut: of('Ignored').length,
    timedOut: of('Timeout').length,
    refused: unnoticed.length - alive.length,
    alive: alive.map(told),
  };
};

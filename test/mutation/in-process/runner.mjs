// A runner for Stryker that keeps the specs loaded, and so takes milliseconds for a mutant where a new jest takes
// seconds. A mutant that matters while modules are loaded gets modules of its own.
// What one mutant leaves behind must not decide on the next: a kill counts when the same spec passes without the
// mutant right afterwards, and a mutant survives only when all specs, loaded anew with it, pass too.

import { relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareFactoryPlugin, PluginKind, tokens, commonTokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { collect } from './globals.mjs';
import { readSources } from './sources.mjs';

const mutants = (globalThis.__stryker__ ??= {});
// What a mutant breaks later, outside of any spec, is no spec's finding.
const ignored = () => undefined;

const chainOf = (suite) => (suite ? [...chainOf(suite.outer), suite] : []);
const eachOf = async (suites, hook) => {
  for (const suite of suites) for (const run of suite[hook]) await run();
};

/** Runs one test in its suites; the error, if any. */
const failureOf = async ({ suite, run }) => {
  const suites = chainOf(suite);
  try {
    try {
      await eachOf(suites, 'beforeAll');
      await eachOf(suites, 'beforeEach');
      await run();
    } finally {
      await eachOf(suites.toReversed(), 'afterEach');
      await eachOf(suites.toReversed(), 'afterAll');
    }
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
};

class InProcess {
  #specsOf;
  #loads = 0;
  #clean;

  constructor({ inProcess }) {
    this.#specsOf = inProcess.specsOf;
    readSources(process.cwd(), inProcess.renewed);
    process.on('unhandledRejection', ignored);
    process.on('uncaughtException', ignored);
    process.once('disconnect', () => process.exit());
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    await import('reflect-metadata');
  }

  async dryRun() {
    const tests = [];
    for (const test of await this.#unmutated()) {
      mutants.currentTestId = test.id;
      const begun = performance.now();
      const failure = await failureOf(test);
      const { id, file: fileName } = test;
      const result = { id, name: id, fileName, timeSpentMs: performance.now() - begun };
      if (failure) tests.push({ ...result, status: TestStatus.Failed, failureMessage: failure.message });
      else tests.push({ ...result, status: TestStatus.Success });
    }
    mutants.currentTestId = undefined;
    return { status: DryRunStatus.Complete, tests, mutantCoverage: mutants.mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, sandboxFileName, testFilter, mutantActivation, hitLimit }) {
    const specs = this.#specsOf[relative('', sandboxFileName)];
    if (mutantActivation === 'runtime') {
      const wanted = new Set(testFilter);
      const tests = (await this.#unmutated()).filter(
        (test) => wanted.has(test.id) && specs.includes(test.file),
      );
      const found = await withMutant(id, hitLimit, () => firstFailing(tests));
      if (found.killer ? await this.#passes(found.killer) : found.timeout) return resultOf(found);
      this.#clean = undefined;
    }
    const found = await withMutant(id, hitLimit, async () => firstFailing(await this.#load(specs)));
    if (!found.killer || (await this.#passes(found.killer))) return resultOf(found);
    return { status: MutantRunStatus.Error, errorMessage: `${found.killer} fails without the mutant too` };
  }

  async #passes(id) {
    const test = (await this.#unmutated()).find((one) => one.id === id);
    return test !== undefined && !(await failureOf(test));
  }

  async #unmutated() {
    return (this.#clean ??= await this.#load(new Set(Object.values(this.#specsOf).flat())));
  }

  async #load(specs) {
    this.#loads += 1;
    const tests = [];
    for (const file of specs) {
      const url = `${pathToFileURL(file).href}?load=${this.#loads}`;
      for (const test of await collect(file, () => import(url)))
        tests.push({ ...test, file, id: `${file} ${test.id}` });
    }
    return tests;
  }
}

const firstFailing = async (tests) => {
  for (const [at, test] of tests.entries()) {
    const failure = await failureOf(test);
    if (failure) return { tried: at + 1, killer: test.id, failure };
  }
  return { tried: tests.length };
};

const withMutant = async (activeMutant, hitLimit, run) => {
  Object.assign(mutants, { activeMutant, hitCount: hitLimit && 0, hitLimit });
  try {
    const found = await run();
    const timeout = determineHitLimitReached(mutants.hitCount, hitLimit);
    return timeout ? { timeout } : found;
  } catch (failure) {
    return { tried: 0, failure }; // it cannot even be loaded
  } finally {
    Object.assign(mutants, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
  }
};

const resultOf = ({ timeout, tried: nrOfTests, killer = 'loading', failure }) => {
  if (timeout) return { ...timeout, status: MutantRunStatus.Timeout };
  if (!failure) return { status: MutantRunStatus.Survived, nrOfTests };
  return { status: MutantRunStatus.Killed, killedBy: [killer], failureMessage: failure.message, nrOfTests };
};

const inProcess = (options) => new InProcess(options);
inProcess.inject = tokens(commonTokens.options);

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'in-process', inProcess)];

export const strykerValidationSchema = {
  type: 'object',
  properties: {
    inProcess: {
      type: 'object',
      description: 'Which specs may notice a mutant in a file, and which part of the copy is loaded anew.',
      properties: { specsOf: { type: 'object' }, renewed: { type: 'string' } },
    },
  },
};

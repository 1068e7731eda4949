// A runner for Stryker that keeps the specs loaded, and so takes milliseconds for a mutant where a new jest takes
// seconds. A mutant that matters while modules are loaded gets modules of its own.
// What one mutant leaves behind must not decide on the next: a kill counts when the same spec passes without the
// mutant right afterwards, and a mutant survives only when all specs, loaded anew with it, pass too.

import { readFileSync, writeFileSync } from 'node:fs';
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

const DRY_RUN = 'dry-run.json';
const mutants = (globalThis.__stryker__ ??= {});
// What a mutant breaks later, outside of any spec, is no spec's finding.
const ignored = () => undefined;

const chainOf = (suite) => (suite ? [...chainOf(suite.outer), suite] : []);
const eachOf = async (suites, hook) => {
  for (const suite of suites) for (const run of suite[hook]) await run();
};

/** What is done before all tests of a suite is done before the first of them that runs, and never undone. */
const begun = async (suite) => {
  if (suite.isBegun) return;
  suite.isBegun = true;
  await eachOf([suite], 'beforeAll');
};

/** Runs one test in its suites; the error, if any. */
const failureOf = async ({ suite, run }) => {
  const suites = chainOf(suite);
  try {
    try {
      for (const one of suites) await begun(one);
      await eachOf(suites, 'beforeEach');
      await run();
    } finally {
      await eachOf(suites.toReversed(), 'afterEach');
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
  #dryRun;

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
    const once = []; // what fails when it is run a second time
    for (const test of await this.#unmutated()) {
      mutants.currentTestId = test.id;
      const begun = performance.now();
      const failure = await failureOf(test);
      const { id, file: fileName } = test;
      const result = { id, name: id, fileName, timeSpentMs: performance.now() - begun };
      if (!failure && (await failureOf(test))) once.push(id);
      if (failure) tests.push({ ...result, status: TestStatus.Failed, failureMessage: failure.message });
      else tests.push({ ...result, status: TestStatus.Success });
    }
    mutants.currentTestId = undefined;
    const { mutantCoverage } = mutants;
    // For a process that is begun after a time-out, too.
    writeFileSync(DRY_RUN, JSON.stringify({ perTest: mutantCoverage?.perTest ?? {}, once }));
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant: { id }, sandboxFileName, mutantActivation, hitLimit }) {
    const specs = this.#specsOf[relative('', sandboxFileName)];
    const covering = (await this.#unmutated()).filter(
      (test) => specs.includes(test.file) && this.#covers(test, id),
    );
    const seen = await withMutant(id, hitLimit, () => firstFailing(covering));
    const isCertain = !seen.killer || (await this.#passes(seen.killer));
    if (mutantActivation === 'runtime' && isCertain && (seen.killer ?? seen.timeout)) return resultOf(seen);
    if (!isCertain) this.#clean = undefined;

    // What noticed it while only the tests were changed is likely to notice it when all is.
    const first = new Set([seen.killer, ...covering].filter(Boolean).map(({ file }) => file));
    const found = await withMutant(id, hitLimit, () => this.#loadAndFind([...first.union(new Set(specs))]));
    if (!found.killer || (await this.#passes(found.killer)) || (await this.#passesAnew(found.killer)))
      return resultOf(found);
    return { status: MutantRunStatus.Error, errorMessage: `${found.killer.id} fails without the mutant too` };
  }

  #covers({ id }, mutant) {
    this.#dryRun ??= JSON.parse(readFileSync(DRY_RUN, 'utf8'));
    const { perTest, once } = this.#dryRun;
    return perTest[id]?.[mutant] > 0 && !once.includes(id);
  }

  async #passes({ id }) {
    const test = (await this.#unmutated()).find((one) => one.id === id);
    return test !== undefined && !(await failureOf(test));
  }

  /** Some specs can be run once only. */
  async #passesAnew({ id, file }) {
    this.#loads += 1;
    const test = (await this.#load(file)).find((one) => one.id === id);
    return test !== undefined && !(await failureOf(test));
  }

  async #unmutated() {
    if (this.#clean) return this.#clean;
    this.#loads += 1;
    this.#clean = [];
    for (const file of new Set(Object.values(this.#specsOf).flat()))
      this.#clean.push(...(await this.#load(file)));
    return this.#clean;
  }

  /** Modules are loaded anew, then one file of specs after the other, until one notices. */
  async #loadAndFind(specs) {
    this.#loads += 1;
    let tried = 0;
    for (const file of specs) {
      const found = await firstFailing(await this.#load(file));
      tried += found.tried;
      if (found.failure) return { ...found, tried };
    }
    return { tried };
  }

  async #load(file) {
    const url = `${pathToFileURL(file).href}?load=${this.#loads}`;
    const tests = await collect(file, () => import(url));
    return tests.map((test) => ({ ...test, file, id: `${file} ${test.id}` }));
  }
}

const firstFailing = async (tests) => {
  for (const [at, test] of tests.entries()) {
    const failure = await failureOf(test);
    if (failure) return { tried: at + 1, killer: test, failure };
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

const resultOf = ({ timeout, tried: nrOfTests, killer, failure }) => {
  if (timeout) return { ...timeout, status: MutantRunStatus.Timeout };
  if (!failure) return { status: MutantRunStatus.Survived, nrOfTests };
  const killedBy = [killer?.id ?? 'loading'];
  return { status: MutantRunStatus.Killed, killedBy, failureMessage: String(failure), nrOfTests };
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

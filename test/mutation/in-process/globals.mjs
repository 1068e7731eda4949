// Stands in for @jest/globals: what a spec file declares while it is loaded is collected, to be run as often as wanted.

import { expect } from 'expect';
import { ModuleMocker } from 'jest-mock';

const HOOKS = ['beforeAll', 'afterAll', 'beforeEach', 'afterEach'];
const newSuite = (name, outer) => ({ name, outer, ...Object.fromEntries(HOOKS.map((hook) => [hook, []])) });

let suite = newSuite('');
let declared = [];

/** The tests of one file, in order. */
export const collect = async (file, load) => {
  suite = newSuite(file);
  declared = [];
  await load();
  return declared;
};

/** A name may come twice: a test is known by its place as well. */
const test = (name, run) => {
  declared.push({ id: `${declared.length + 1} ${name}`, suite, run });
};

const block = (name, declare) => {
  suite = newSuite(name, suite);
  declare();
  suite = suite.outer;
};

const withEach = (declare) =>
  Object.assign(declare, {
    each: (table) => (name, run) => {
      for (const row of table) {
        const args = Array.isArray(row) ? row : [row];
        declare(name, () => run(...args));
      }
    },
  });

const mocker = new ModuleMocker(globalThis);
const hooks = Object.fromEntries(HOOKS.map((hook) => [hook, (run) => suite[hook].push(run)]));

export const it = withEach(test);
export const describe = withEach(block);
export const { beforeAll, afterAll, beforeEach, afterEach } = hooks;
export const jest = {
  spyOn: mocker.spyOn.bind(mocker),
  fn: mocker.fn.bind(mocker),
  setTimeout: () => undefined, // how long a mutant may take is for Stryker to say
};
export { expect };

// Changes rules, folds and projections one piece at a time and runs the specs beside them and the tables of states:
// whatever change none of them notices is a survivor. `npm run mutate` does every slice of rectification, which takes
// hours; `npm run mutate -- close-task ledger` does those named.
// Survivors are written out; one that is not in survivors.json, with its reason, fails the run.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';
import preset from '../../jest.preset.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SERVICE = 'services/rectification';
process.chdir(root);

/** Folders of things people do that hold something to change, and something that would notice. */
const slices = () => {
  const folders = readdirSync(`${SERVICE}/src`, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return folders.filter((folder) => mutable(folder).length > 0);
};

const mutable = (folder) =>
  readdirSync(`${SERVICE}/src/${folder}`)
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .map((name) => `${SERVICE}/src/${folder}/${name}`);

const optionsFor = (folder) => ({
  mutate: mutable(folder),
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--no-warnings'],
  jest: {
    projectType: 'custom',
    enableFindRelatedTests: false,
    config: {
      ...preset,
      rootDir: SERVICE,
      testMatch: [folder, 'state-tables'].map((name) => `**/src/${name}/*.spec.ts`),
      // The walks of a model notice nearly everything, and would hide a rule that has no spec of its own.
      testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.model\\.spec\\.ts$'],
    },
  },
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  reporters: [],
  logLevel: 'error',
  allowEmpty: true,
  tempDirName: '.nx/mutation',
  ignorePatterns: ['/dist', '/docs', '/data', '/.nx', 'services/*/dist', 'libs/*/dist'],
  concurrency: 2,
});

const accepted = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'));

/** A survivor is known by its file, the line it changes and what it changes it to; lines move, their text less. */
const told = ({ fileName, location, replacement }) => {
  const lines = readFileSync(fileName, 'utf8').split('\n');
  const from = location.start.line;
  return {
    file: fileName.slice(root.length),
    line: (lines[from - 1] ?? '').trim(),
    becomes: replacement,
    at: from,
  };
};

const isAccepted = ({ file, line, becomes }) =>
  accepted.some((one) => one.file === file && one.line === line && one.becomes === becomes);

const chosen = process.argv.slice(2);
let unexplained = 0;
let tried = 0;
let survived = 0;
for (const folder of slices().filter((name) => chosen.length === 0 || chosen.includes(name))) {
  const results = await new Stryker(optionsFor(folder)).runMutationTest();
  const counted = results.filter(({ status }) => status !== 'Ignored' && status !== 'CompileError');
  const alive = counted.filter(({ status }) => status === 'Survived' || status === 'NoCoverage').map(told);
  const unknown = alive.filter((one) => !isAccepted(one));
  tried += counted.length;
  survived += alive.length;
  unexplained += unknown.length;
  console.log(
    `${folder}: ${counted.length} mutants, ${alive.length} alive, ${unknown.length} without a reason`,
  );
  for (const { file, at, line, becomes } of unknown)
    console.log(`  ${file}:${at}\n    ${line}\n    → ${becomes}`);
}
console.log(`${tried} mutants, ${survived} alive, ${unexplained} of them without a reason`);
process.exitCode = unexplained === 0 ? 0 : 1;

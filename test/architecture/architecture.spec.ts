import { describe, expect, it } from '@jest/globals';
import { allDeclared, whatIsDeclaredIsImported } from './declarations.js';
import {
  aLibStandsOnThoseBelow,
  aRuleHasItsSpecBesideIt,
  aRuleKnowsNoFramework,
  aServiceImportsNoService,
  fieldsAreDeclaredInOnePlace,
  noFileIsTooLong,
  noFolderIsForEverything,
  nothingImportsItself,
  nothingIsABarrel,
  type Rule,
  theClientKnowsContractsOnly,
  theClientLoadsNoFramework,
} from './rules.js';
import { allSources, type Source, sourceOf } from './sources.js';

const sources = allSources();

const RULE = 'services/intake/src/answer/answer.ts';
const decides = `import { reject } from '@redress/eventsourcing/decision';\n`;

type Case = readonly [name: string, rule: Rule, bad: Readonly<Record<string, string>>, tells: string];

const rules: readonly Case[] = [
  [
    'a service imports no service',
    aServiceImportsNoService,
    { [RULE]: `export type { Task } from '../../../rectification/src/task/task.js';` },
    `${RULE} imports ../../../rectification/src/task/task.js`,
  ],
  [
    'a service imports no service by its name',
    aServiceImportsNoService,
    { [RULE]: `const { tasks } = await import('@redress/rectification/task');` },
    `${RULE} imports @redress/rectification/task`,
  ],
  [
    'a lib stands on those below it',
    aLibStandsOnThoseBelow,
    { 'libs/read-models/src/find.ts': `import type { Database } from '@redress/store-sqlite/database';` },
    'libs/read-models/src/find.ts imports @redress/store-sqlite/database',
  ],
  [
    'a lib knows no service',
    aServiceImportsNoService,
    { 'libs/edge/src/x.ts': `type Task = import('@redress/rectification/task').Task;` },
    'libs/edge/src/x.ts imports @redress/rectification/task',
  ],
  [
    'the client knows contracts only',
    theClientKnowsContractsOnly,
    { 'services/cli/src/main.ts': `import { Services } from '@redress/edge/services';` },
    'services/cli/src/main.ts imports @redress/edge/services',
  ],
  [
    'the client loads no framework',
    theClientLoadsNoFramework,
    {
      'services/cli/src/main.ts': `import { Sent } from '@redress/contracts/sent';`,
      'libs/contracts/src/sent.ts': `import { ApiProperty } from '@nestjs/swagger';`,
    },
    'libs/contracts/src/sent.ts imports @nestjs/swagger',
  ],
  [
    'a rule knows no framework',
    aRuleKnowsNoFramework,
    { [RULE]: `${decides}import { Injectable } from '@nestjs/common';` },
    `${RULE} imports @nestjs/common`,
  ],
  [
    'a rule does nothing itself',
    aRuleKnowsNoFramework,
    { [RULE]: `${decides}import { randomUUID } from 'node:crypto';` },
    `${RULE} imports node:crypto`,
  ],
  [
    'nor does what a rule needs, however far away',
    aRuleKnowsNoFramework,
    {
      [RULE]: `${decides}import { near } from './near.js';`,
      'services/intake/src/answer/near.ts': `import { far } from '../far.js';`,
      'services/intake/src/far.ts': `import { connect } from '@nats-io/transport-node';`,
    },
    'services/intake/src/far.ts imports @nats-io/transport-node',
  ],
  [
    'a rule has its spec beside it',
    aRuleHasItsSpecBesideIt,
    {
      [RULE]: decides,
      'services/intake/src/other/answer.spec.ts': `import { answer } from '../answer/answer.js';`,
    },
    `${RULE} has no spec beside it`,
  ],
  [
    'fields are declared in one place',
    fieldsAreDeclaredInOnePlace,
    { 'libs/contracts/src/intake/answer.ts': `import { IsString } from 'class-validator';` },
    'libs/contracts/src/intake/answer.ts imports class-validator',
  ],
  [
    'nothing is a barrel',
    nothingIsABarrel,
    { 'libs/edge/src/all.ts': `export * from './problems.js';\nexport { Services } from './services.js';` },
    'libs/edge/src/all.ts only offers what others declare',
  ],
  [
    'no file is too long',
    noFileIsTooLong,
    { 'deploy/launcher/long.mjs': `let a;\n`.repeat(251) },
    'deploy/launcher/long.mjs has 251 lines',
  ],
  [
    'no folder is for everything',
    noFolderIsForEverything,
    { 'services/intake/src/utils/dates.ts': '' },
    'services/intake/src/utils/dates.ts lies in a folder that says nothing',
  ],
  [
    'nothing imports itself',
    nothingImportsItself,
    {
      'libs/edge/src/a.ts': `import { b } from './b.js';`,
      'libs/edge/src/b.ts': `export { c } from '@redress/edge/a';`,
    },
    'libs/edge/src/a.ts → libs/edge/src/b.ts → libs/edge/src/a.ts',
  ],
];

const written = (files: Readonly<Record<string, string>>): readonly Source[] =>
  Object.entries(files).map(([path, text]) => sourceOf(path, text));

describe.each(rules)('%s', (_, rule, bad, tells) => {
  it('here', () => {
    expect(rule(sources)).toEqual([]);
  });

  it('or it is found', () => {
    expect(rule(written(bad))).toEqual([tells]);
  });
});

describe('a project declares whom it needs', () => {
  it('here', () => {
    expect(whatIsDeclaredIsImported(sources, allDeclared())).toEqual([]);
  });

  it('or it is found', () => {
    const imports = written({
      'libs/edge/src/a.ts': `import type { Day } from '@redress/contracts/values';`,
    });
    const edge = {
      project: 'libs/edge',
      dependencies: ['@redress/messaging'],
      references: ['libs/contracts'],
    };
    expect(whatIsDeclaredIsImported(imports, [edge])).toEqual([
      'libs/edge/package.json lacks contracts',
      'libs/edge/package.json names messaging, which is not imported',
    ]);
    const none = { ...edge, dependencies: ['@redress/contracts'], references: ['libs/messaging'] };
    expect(whatIsDeclaredIsImported(imports, [none])).toEqual([
      'libs/edge/tsconfig.json lacks libs/contracts',
      'libs/edge/tsconfig.json names libs/messaging, which is not imported',
    ]);
  });
});

it('reads every source there is', () => {
  const projects = new Set(sources.map(({ path }) => path.split('/').slice(0, 2).join('/')));
  for (const { project } of allDeclared().filter(({ project: name }) => name !== 'test'))
    expect(projects).toContain(project);
  expect(sources.filter(({ imports }) => imports.length > 0).length).toBeGreaterThan(sources.length / 2);
});

it('lets types refer to each other', () => {
  const pair = {
    'libs/edge/src/a.ts': `import type { B } from './b.js';`,
    'libs/edge/src/b.ts': `import './a.js';`,
  };
  expect(nothingImportsItself(written(pair))).toEqual([]);
});

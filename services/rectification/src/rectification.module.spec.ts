import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { RectificationModule } from './rectification.module.js';

const contracts = new URL('../../../libs/contracts/src/rectification/', import.meta.url);

/** The subjects of all commands and queries that are published for this service. */
const published = async (): Promise<readonly string[]> => {
  const files = readdirSync(contracts).filter((file) => /^[a-z-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.map((file) => import(new URL(file, contracts).href) as Promise<Readonly<Record<string, unknown>>>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .flatMap((offered) =>
      typeof offered === 'function' && 'subject' in offered ? [String(offered.subject)] : [],
    );
};

const handled = (): readonly string[] =>
  (Reflect.getMetadata('controllers', RectificationModule) as readonly Type[]).flatMap(({ prototype }) =>
    Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(
      ({ value }) =>
        (Reflect.getMetadata('microservices:pattern', value as object) as readonly string[] | undefined) ??
        [],
    ),
  );

it('answers to every subject that is published for it, each once', async () => {
  const subjects = await published();
  expect(subjects.length).toBeGreaterThan(10);
  expect([...handled()].sort()).toEqual([...subjects].sort());
});

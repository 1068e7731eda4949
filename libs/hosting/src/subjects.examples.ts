import { readdirSync } from 'node:fs';
import type { Type } from '@nestjs/common';

/** The subjects of all commands and queries that are published for a service, by the folder of its contracts. */
export const publishedFor = async (service: string): Promise<readonly string[]> => {
  const contracts = new URL(`../../contracts/src/${service}/`, import.meta.url);
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

/** The subjects to which the controllers of a module answer. */
export const handledBy = (module: Type): readonly string[] =>
  (Reflect.getMetadata('controllers', module) as readonly Type[]).flatMap(({ prototype }) =>
    Object.values(Object.getOwnPropertyDescriptors(prototype)).flatMap(
      ({ value }) =>
        (Reflect.getMetadata('microservices:pattern', value as object) as readonly string[] | undefined) ??
        [],
    ),
  );

import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './sources.js';

type Rights = {
  readonly asks: readonly string[];
  readonly consumes: Readonly<Record<string, string>>;
  readonly keys?: readonly string[];
  readonly relays: boolean;
};

const { RIGHTS } = (await import(pathToFileURL(join(ROOT, 'deploy/broker/rights.mjs')).href)) as {
  readonly RIGHTS: Readonly<Record<string, Rights>>;
};

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const sourcesOf = (service: string): readonly string[] =>
  globSync(`services/${service}/src/**/*.ts`, { cwd: ROOT }).filter(
    (path) => !/\.(spec|examples)\.ts$/.test(path),
  );

/** The subject of each command and query, by the name of its class. */
const subjects = new Map(
  globSync('libs/contracts/src/**/*.ts', { cwd: ROOT })
    .flatMap((path) =>
      textOf(path)
        .split(/^export class /m)
        .slice(1),
    )
    .map((text) => [/^\w+/.exec(text)?.[0] ?? '', /static readonly subject = '([^']+)'/.exec(text)?.[1]]),
);

/** Every call of another service by its class, whether it asks or commands. */
const calledBy = (service: string, verb: 'ask' | 'send'): readonly string[] =>
  sourcesOf(service).flatMap((path) =>
    [...textOf(path).matchAll(new RegExp(String.raw`\bservices\s*\.${verb}\(\s*(\w+)`, 'g'))].map(
      ([, name = '']) => subjects.get(name) ?? `${path}: ${name}`,
    ),
  );

const consumedBy = (service: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    sourcesOf(service)
      .filter((path) => path.endsWith('.reaction.ts'))
      .map(textOf)
      .map((text) => [
        /extends Reaction [^]*?readonly name = '([^']+)'/.exec(text)?.[1] ?? '',
        /readonly listensTo = '([^']+)'/.exec(text)?.[1] ?? '',
      ]),
  );

const isOf = (service: string, subject: string): boolean => subject.startsWith(`${service}.`);

describe('what the broker grants', () => {
  it('is said of every service that runs', () => {
    const running = globSync('services/*/src/main.ts', { cwd: ROOT })
      .map((path) => path.split('/')[1])
      .filter((name) => name !== 'cli');
    expect(Object.keys(RIGHTS).toSorted()).toEqual(running.toSorted());
  });

  const behind = Object.keys(RIGHTS).filter((name) => name !== 'gateway');

  it.each(behind)('lets %s ask what it asks, and nothing else', (service) => {
    const asked = new Set(calledBy(service, 'ask').filter((subject) => !isOf(service, subject)));
    expect([...asked].toSorted()).toEqual(RIGHTS[service]?.asks.toSorted());
  });

  it.each(behind)('finds no service behind the gateway that commands another: %s', (service) => {
    expect(calledBy(service, 'send')).toEqual([]);
  });

  it('hands the keys to each service of which a reaction reads what is sealed', async () => {
    const files = globSync('libs/contracts/src/**/*.events.ts', { cwd: ROOT });
    const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(ROOT, file)).href)));
    const sealed = modules
      .flatMap((module: object) => Object.values(module) as readonly { name?: string; personal?: object }[])
      .flatMap(({ name, personal = {} }) => Object.keys(personal).map((type) => ({ name, type })));
    expect(sealed).toContainEqual({ name: 'person', type: 'PersonRegistered' });
    const readers = behind.filter((service) =>
      sourcesOf(service)
        .filter((path) => path.endsWith('.reaction.ts') && !textOf(path).includes('readonly opens = false'))
        .map((path) => /readonly listensTo = '\w+\.([^.]+)\.([^']+)'/.exec(textOf(path)))
        .some((heard) =>
          sealed.some(({ name, type }) => name === heard?.[1] && ['*', type].includes(heard?.[2] ?? '')),
        ),
    );
    const given = behind.filter(
      (service) => service === 'directory' || RIGHTS[service]?.keys?.includes('open'),
    );
    expect(readers.filter((service) => !given.includes(service))).toEqual([]);
    expect(readers).toContain('intake');
  });

  it.each(behind.filter((name) => name !== 'audit'))('lets %s consume what it reacts to', (service) => {
    const isKeeper = sourcesOf(service).some((path) => textOf(path).includes('seals: ['));
    expect({
      ...consumedBy(service),
      ...(isKeeper && { 'forget-person': 'directory.erasure.PersonErased' }),
    }).toEqual(RIGHTS[service]?.consumes);
  });

  it.each(behind)('lets %s have keys of people as far as it seals or opens what is theirs', (service) => {
    const text = sourcesOf(service).map(textOf).join();
    const [keeps, seals, opens] = [/keepsKeys: true/, /seals: \[/, /sealing\.(open|show)\(/].map((mark) =>
      mark.test(text),
    );
    const wanted = keeps ? [] : [...(seals || opens ? ['open'] : []), ...(seals ? ['seal'] : [])];
    expect(RIGHTS[service]?.keys ?? []).toEqual(wanted);
  });

  it('lets the gateway alone speak to every service', () => {
    expect(RIGHTS['gateway']?.asks).toEqual(behind.toSorted().map((name) => `${name}.>`));
    for (const service of behind)
      expect(RIGHTS[service]?.asks.filter((subject) => /[*>]/.test(subject))).toEqual([]);
  });
});

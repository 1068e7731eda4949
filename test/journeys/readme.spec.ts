import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WholeSystem } from './cli/whole-system.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const snippets = [...README.matchAll(/```sh\n(.*?)```/gs)].map(([, code = '']) => code);

let system: WholeSystem;
beforeAll(async () => {
  system = await WholeSystem.start();
}, 120_000);
afterAll(() => system.stop());

/** As a newcomer types them: one after another into one shell, in the folder of the source. */
const typed = async (code: string): Promise<{ code: number | null; out: string; err: string }> => {
  const shell = spawn('bash', ['-euo', 'pipefail'], {
    cwd: ROOT,
    env: { ...process.env, ...system.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  shell.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  shell.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  shell.stdin.end(code);
  await once(shell, 'close');
  return { code: shell.exitCode, ...said };
};

it('leads from the start to the first closed task', async () => {
  const [start, ...steps] = snippets;
  expect(start).toBe('npm start\n');
  const { code, out, err } = await typed(steps.join('\n'));
  expect(`${String(code)} ${err}`).toMatch(/^0 /);
  expect(out).toContain('"opinions":40,"issues":40,"tasks":40,"closed":40,"answered":40');
  expect(out).toContain('"lost":0');
  expect(out).toContain('Everything answers.');
  expect(out).toMatch(/^submitted$/m);
  expect(out).toMatch(/^listed$/m);
  expect(out).toMatch(/^Canteens \d{4}-\d\d-\d\d running$/m);
  expect(out).toContain('told 东区食堂已加装两台保温柜。');
  expect(out).toContain('23 events; nothing is missing.');
}, 180_000);

it('names only commands and files that there are', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  const commands = [...README.matchAll(/(?:^|`| {4})npm (?:run (?:--silent )?)?([a-z]+)/gm)].map(
    ([, name = '']) => name,
  );
  expect(commands.length).toBeGreaterThan(5);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);

  const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
  const paths = [...README.matchAll(/`((?:services|libs|test|docs|deploy)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path,
  );
  const missing = [...links, ...paths].filter(
    (path) => ![path, `${path}.ts`].some((name) => existsSync(join(dirname(join(ROOT, 'README.md')), name))),
  );
  expect(missing).toEqual([]);
});

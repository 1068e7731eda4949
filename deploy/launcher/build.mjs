import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Trouble } from './trouble.mjs';

const stampOf = (root) => join(root, 'node_modules', '.redress-built');

const projectsOf = (root) =>
  ['libs', 'services'].flatMap((kind) =>
    readdirSync(join(root, kind))
      .map((name) => join(root, kind, name))
      .filter((folder) => existsSync(join(folder, 'src')) && existsSync(join(folder, 'package.json'))),
  );

/** Size and time of every source: nx compares contents, but takes a second to begin with. */
const seen = (root) => {
  const hash = createHash('sha256').update(readFileSync(join(root, '.swcrc')));
  for (const project of projectsOf(root)) {
    hash.update(readFileSync(join(project, 'package.json')));
    for (const entry of readdirSync(join(project, 'src'), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = join(entry.parentPath, entry.name);
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
};

/** Whether what lies in the `dist` folders was built from the sources as they are now. */
export const isBuilt = (root) =>
  existsSync(stampOf(root)) &&
  readFileSync(stampOf(root), 'utf8') === seen(root) &&
  projectsOf(root).every((project) => existsSync(join(project, 'dist')));

/** Builds through nx, which takes from its cache what it has built before. */
export const build = (root, say) => {
  const sources = seen(root);
  const began = Date.now();
  say('Building …');
  const node = process.platform === 'win32' ? process.execPath : join(root, 'node_modules', '.bin', 'node');
  const { status, stdout, stderr } = spawnSync(
    node,
    [
      join(root, 'node_modules', 'nx', 'dist', 'bin', 'nx.js'),
      'run-many',
      '-t',
      'build',
      '--outputStyle=static',
    ],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        NX_DAEMON: 'false',
        PATH: `${join(root, 'node_modules', '.bin')}:${process.env.PATH}`,
      },
    },
  );
  if (status !== 0)
    throw new Trouble(
      `The build failed. Its last words:\n\n${`${stdout}${stderr}`.trim().split('\n').slice(-40).join('\n')}`,
    );
  writeFileSync(stampOf(root), sources);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
};

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { Trouble } from './trouble.mjs';

/** `engines` of package.json. npm itself runs on the system's Node, which may be older. */
const NEEDED = [24, 9];

/** What of package.json changes what npm installs; a new script does not. */
const PARTS = [
  'workspaces',
  'dependencies',
  'devDependencies',
  'optionalDependencies',
  'overrides',
  'allowScripts',
];

const stampOf = (root) => join(root, 'node_modules', '.redress-installed');
const linkOf = (root) => join(root, 'node_modules', '.bin', 'node');

const wanted = (root) => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(JSON.stringify(PARTS.map((part) => manifest[part])))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
};

/** The stamp is written last and npm removes it first: after an interrupted installation there is none. */
export const isInstalled = (root) =>
  existsSync(stampOf(root)) &&
  readFileSync(stampOf(root), 'utf8') === wanted(root) &&
  (process.platform === 'win32' || existsSync(linkOf(root)));

/** Installs exactly what the lockfile names, and makes `node` in npm scripts mean Node 24. */
export const install = (root, say) => {
  const hash = wanted(root);
  say('Installing dependencies as the lockfile names them (about a minute the first time) …');
  const began = Date.now();
  rmSync(stampOf(root), { force: true });
  npmCi(root);
  linkNode(root);
  writeFileSync(stampOf(root), hash);
  say(`Dependencies installed in ${((Date.now() - began) / 1000).toFixed(0)} s.`);
};

const npmCi = (root) => {
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const [command, ...args] = [...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // Only errors: an older Node gets a warning for every package that is to run on Node 24.
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  throw new Trouble(
    `npm ci failed${status === null ? '' : ` with code ${status}`}. Its last words:\n\n` +
      `${`${stdout ?? ''}${stderr ?? ''}${error ?? ''}`.trim().split('\n').slice(-20).join('\n')}\n\n` +
      'Look whether the npm registry can be reached, then start again: nothing has to be cleaned up.',
  );
};

/** npm drops this link when packages of several platforms claim it; then scripts would run on the system's Node. */
const linkNode = (root) => {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', binary);
  const node = [packaged, process.execPath].find(isNewEnough);
  if (!node)
    throw new Trouble(
      `Redress runs on Node ${NEEDED.join('.')} or newer. For ${process.platform} ${process.arch} npm has no such ` +
        `Node to install here, and the one on this machine is ${process.version}. ${INSTALL_NODE}`,
    );
  if (process.platform === 'win32') return; // There npm writes a command file for each package, and none is lost.
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  rmSync(linkOf(root), { force: true });
  symlinkSync(
    node === packaged ? relative(join(root, 'node_modules', '.bin'), packaged) : realpathSync(node),
    linkOf(root),
  );
};

const INSTALL_NODE =
  process.platform === 'darwin'
    ? 'Install one with: brew install node@24 && brew link --overwrite --force node@24'
    : 'Install one from https://nodejs.org, then start again.';

const isNewEnough = (node) => {
  const { status, stdout } = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' });
  if (status !== 0) return false;
  const [major, minor] = stdout.split('.').map(Number);
  return major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);
};

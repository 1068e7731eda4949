// What is the same in every image: Node as the lockfile names it, the libraries of this system that it and the packages
// with native code are linked to, and the few files that a C library asks for. No shell, no package manager.
//   node deploy/images/runtime.mjs FOLDER

import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, globSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NATIVE } from './bundle.mjs';
import { forgetTimes } from './forget-times.mjs';
import { closureOf } from './packages.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The account that everything runs as. */
const FILES = {
  'etc/passwd': 'redress:x:1000:1000::/data:/nonexistent\n',
  'etc/group': 'redress:x:1000:\n',
  'etc/nsswitch.conf': 'hosts: files dns\n',
};

/** @param {string} folder becomes the root of the image */
export const assembleRuntime = (folder) => {
  const node = realpathSync(join(ROOT, 'node_modules', '.bin', 'node'));
  copied(node, join(folder, 'usr', 'local', 'bin', 'node'));
  for (const library of librariesOf([node, ...nativeFiles()])) copied(library, join(folder, library));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  mkdirSync(join(folder, 'tmp'), { recursive: true });
  chmodSync(join(folder, 'tmp'), 0o1777);
  forgetTimes(folder);
};

/** Links are followed: the name that is asked for has the content. */
const copied = (from, to) => {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(realpathSync(from), to);
};

const nativeFiles = () =>
  NATIVE.flatMap((name) => closureOf(ROOT, name)).flatMap((name) =>
    globSync('**/*.{node,so,so.*}', { cwd: join(ROOT, 'node_modules', name) }).map((file) =>
      join(ROOT, 'node_modules', name, file),
    ),
  );

/** Those of the system; what a package brings along lies beside it. */
const librariesOf = (files) => {
  const found = files.flatMap((file) => {
    const said = execFileSync('ldd', [file], { encoding: 'utf8' });
    if (said.includes('not found')) throw new Error(`${file} misses a library:\n${said}`);
    return [...said.matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path]) => path);
  });
  return [...new Set(found)].filter((path) => !path.includes('node_modules')).toSorted();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder] = process.argv;
  if (!folder) {
    console.error('Name a folder: node deploy/images/runtime.mjs FOLDER');
    process.exit(2);
  }
  assembleRuntime(folder);
}

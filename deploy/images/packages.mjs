import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What nothing runs: declarations, maps, and what is written about a package other than its licence. */
const UNUSED = /\.(d\.[cm]?ts|map|md|markdown)$|^(README|CHANGELOG)/i;
const LICENCE = /^(licen[cs]e|copying|notice)/i;

/**
 * A package and whatever it needs on this machine.
 *
 * @param {string} root where `node_modules` is
 * @param {string} name
 * @param {Set<string>} found those that are known already
 * @returns {string[]}
 */
export const closureOf = (root, name, found = new Set()) => {
  if (found.has(name)) return [];
  found.add(name);
  const { dependencies = {}, optionalDependencies = {} } = manifestOf(join(root, 'node_modules', name));
  const optional = Object.keys(optionalDependencies);
  const needed = Object.keys(dependencies).filter((one) => !optional.includes(one));
  const forHere = optional.filter((one) => isForHere(join(root, 'node_modules', one)));
  return [name, ...[...needed, ...forHere].flatMap((one) => closureOf(root, one, found))];
};

/** Copies a package with whatever it needs into `folder/node_modules`. */
export const copyPackage = (root, name, folder) => {
  for (const one of closureOf(root, name))
    cpSync(join(root, 'node_modules', one), join(folder, 'node_modules', one), {
      recursive: true,
      filter: (path) => isLicence(path) || !UNUSED.test(basename(path)),
    });
};

/** Copies, of a package without needs of its own, its licence and the files whose names are like that. */
export const copyFiles = (root, name, files, folder) => {
  const from = join(root, 'node_modules', name);
  for (const file of readdirSync(from))
    if (files.test(file) || isLicence(file))
      cpSync(join(from, file), join(folder, 'node_modules', name, file));
};

const isLicence = (path) => LICENCE.test(basename(path));

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** npm installs for the C library that it finds, except where a package does not say which it is for: its name does. */
const isForHere = (folder) => {
  if (!existsSync(folder)) return false;
  const { name, os = [process.platform], cpu = [process.arch] } = manifestOf(folder);
  return os.includes(process.platform) && cpu.includes(process.arch) && !/musl/.test(name);
};

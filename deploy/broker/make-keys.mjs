// Makes a key for each service in a folder, and beside them what the broker has to know of these keys:
//   node deploy/broker/make-keys.mjs FOLDER
// Keys that are there stay; run it again after an upgrade, which may name other subjects, and start the broker anew.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authorizationFor, newSeed, publicKeyOf, SIGN_IN } from './keys.mjs';

const [, , folder] = process.argv;
if (!folder) {
  console.error('Name the folder for the keys: node deploy/broker/make-keys.mjs FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true, mode: 0o700 });
const publicKeys = {};
for (const name of SIGN_IN) {
  const file = join(folder, `${name}.nk`);
  if (!existsSync(file)) writeFileSync(file, newSeed(), { mode: 0o600 });
  publicKeys[name] = publicKeyOf(readFileSync(file, 'utf8'));
}
const config = join(folder, 'authorization.conf');
writeFileSync(config, authorizationFor(publicKeys), { mode: 0o644 });
console.log(`${SIGN_IN.length} keys in ${folder}; what the broker is to grant them is in ${config}`);

// Makes the working tree ready before any npm script: dependencies, Node 24, with --build the services, and with
// --broker a nats-server on this machine (npm start looks for one itself, when it needs one).
// Runs on the system's Node 20 and without any dependency. Says nothing with --quiet unless something fails.
//
// On the warm path nothing is started and no network is used.

import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { findBroker } from './find-broker.mjs';
import { install, isInstalled } from './install.mjs';
import { take } from './lock.mjs';
import { orSay, Trouble } from './trouble.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const wantsBuild = process.argv.includes('--build');
const wantsBroker = process.argv.includes('--broker');
const say = process.argv.includes('--quiet') ? () => {} : (line) => console.log(line);

const isReady = () => isInstalled(root) && (!wantsBuild || isBuilt(root));

/** Waits while another run prepares the same tree, for as long as that run lives. */
const lockOf = async (file) => {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; ; told = true) {
    const lock = take(file);
    if ('release' in lock) return lock;
    if (!told) say(`Waiting for another run (process ${lock.heldBy}) that prepares this folder …`);
    await pause(200);
  }
};

await orSay(async () => {
  if (process.platform === 'win32' && !process.env.npm_config_script_shell)
    throw new Trouble(
      'npm runs scripts with cmd.exe, which cannot run those of this project. Install Git for Windows, then once: ' +
        'npm config set script-shell "C:\\Program Files\\Git\\bin\\bash.exe"',
    );
  if (wantsBroker) await findBroker(say);
  if (isReady()) return;
  const lock = await lockOf(join(root, '.nx', 'setup.lock'));
  try {
    if (!isInstalled(root)) install(root, say);
    if (wantsBuild && !isBuilt(root)) build(root, say);
  } finally {
    lock.release();
  }
});

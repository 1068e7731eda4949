import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Trouble } from './trouble.mjs';

/** Where package managers put servers, although not every account has it in its PATH. */
const ALSO = ['/usr/local/bin', '/usr/local/sbin', '/usr/sbin', '/sbin', '/opt/homebrew/bin', '/snap/bin'];

const BINARY = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';

/** The one command that installs nats-server, by platform. */
const BY_HAND = {
  darwin: 'brew install nats-server',
  win32: 'winget install NATSAuthors.NATSServer   (or: scoop install nats-server; choco install nats-server)',
  debian: 'sudo apt-get install nats-server',
  linux: 'sudo apt-get install nats-server   (or: dnf, apk, pacman; else from https://nats.io/download)',
};

/** The path of nats-server: found, or on Debian and Ubuntu installed if we may. */
export const findBroker = async (say) => {
  const found = search();
  if (found) return found;
  const debian = process.platform === 'linux' && isDebian();
  if (debian && process.getuid() === 0) {
    say('nats-server is not on this machine: installing it with apt-get …');
    await apt('update');
    await apt('install', '-y', '--no-install-recommends', 'nats-server');
    const installed = search();
    if (installed) return installed;
  }
  const command = BY_HAND[debian ? 'debian' : process.platform] ?? BY_HAND.linux;
  throw new Trouble(
    `Redress carries its messages with nats-server, which was not found on this machine. Install it with:\n\n` +
      `  ${command}\n\nor set NATS_URL to a server with JetStream that runs already; then start again.`,
  );
};

const search = () =>
  [...(process.env.PATH ?? '').split(delimiter), ...(process.platform === 'win32' ? [] : ALSO)]
    .map((folder) => join(folder, BINARY))
    .find(isExecutable);

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const isDebian = () => {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
};

const apt = async (...args) => {
  // What apt installs is for every account, although what we write is for ours alone.
  const command = ['-c', 'umask 022; exec apt-get "$@"', 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120'];
  const child = spawn('/bin/sh', [...command, ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((done) => child.once('close', done).once('error', done));
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  if (code === 0) return;
  throw new Trouble(
    `apt-get ${args.join(' ')} failed. Its last words:\n\n${`${out}${err}`.trim().split('\n').slice(-10).join('\n')}\n\n` +
      'Put that right, or set NATS_URL to a server with JetStream that runs already; then start again.',
  );
};

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newSeed, publicKeyOf, SIGN_IN } from '../broker/keys.mjs';
import { take } from './lock.mjs';
import { beginningOf, end, isRunning } from './processes.mjs';
import { Trouble } from './trouble.mjs';

/** What a process that lost its launcher gets to finish in. */
const GRACE_MS = 12_000;

/** The data folder while this launcher has it to itself. */
export class DataFolder {
  #lock;
  #running = new Map();

  /** @param {string} path */
  constructor(path) {
    this.path = path;
    this.logs = join(path, 'logs');
    process.umask(0o077); // What we and our processes write is for this account only.
    try {
      for (const folder of [path, this.logs, join(path, 'run'), join(path, 'keys')])
        mkdirSync(folder, { recursive: true, mode: 0o700 });
      this.#lock = take(join(path, 'run', 'launcher.lock'));
    } catch (error) {
      throw new Trouble(
        `The data folder ${path} cannot be written (${error.code}). Set REDRESS_DATA to a folder on a local disk ` +
          'that this account may write, or change the rights of this one.',
      );
    }
    if ('heldBy' in this.#lock)
      throw new Trouble(
        `Redress is running on ${path} already (process ${this.#lock.heldBy}). End that one first, or set ` +
          'REDRESS_DATA and REDRESS_PORT to others for a second system. Nothing was changed.',
      );
  }

  /** Ends what a launcher that was killed has left behind: those very processes, no other. */
  async endLeftOvers() {
    const left = this.#readRunning().filter(isRunning);
    if (left.length > 0) await end(left, GRACE_MS);
    this.#writeRunning();
    return left.map(({ name }) => name);
  }

  /** Remembers which process is ours, until it has ended. */
  began(name, pid) {
    this.#running.set(name, { name, pid, began: beginningOf(pid) });
    this.#writeRunning();
  }

  ended(name) {
    this.#running.delete(name);
    this.#writeRunning();
  }

  /** The file with the key that one who signs in to the broker has for itself, made on the first start. */
  brokerKey(name) {
    const file = join('keys', `${name}.nk`);
    if (!existsSync(join(this.path, file))) this.writeSecret(file, newSeed());
    return join(this.path, file);
  }

  /** What the broker knows of these keys. */
  publicBrokerKeys() {
    return Object.fromEntries(
      SIGN_IN.map((name) => [name, publicKeyOf(readFileSync(this.brokerKey(name), 'utf8'))]),
    );
  }

  /** Written whole or not at all, and for this account only. */
  writeSecret(name, content) {
    const file = join(this.path, name);
    writeFileSync(`${file}.new`, content, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return file;
  }

  release() {
    rmSync(this.#runningFile, { force: true });
    this.#lock.release();
  }

  get #runningFile() {
    return join(this.path, 'run', 'processes.json');
  }

  #readRunning() {
    try {
      return JSON.parse(readFileSync(this.#runningFile, 'utf8'));
    } catch {
      return [];
    }
  }

  #writeRunning() {
    this.writeSecret(join('run', 'processes.json'), JSON.stringify([...this.#running.values()], null, 2));
  }
}

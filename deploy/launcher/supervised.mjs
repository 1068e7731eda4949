import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Trouble } from './trouble.mjs';

/** One that stays up so long is healthy: its next crash is the first again. */
const HEALTHY_AFTER_MS = 10_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** Before it was ready once, so many crashes or so much time mean that it will not start at all. */
const TRIES = 3;
const READY_WITHIN_MS = 60_000;

/** Pauses between starts: a quarter of a second, then twice as long each time, half a minute at most. */
export const pauseAfter = (crashes) => Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (crashes - 1));

/**
 * One process that is started again when it ends, until it is told to stop.
 *
 * @typedef {object} Task
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} env
 * @property {boolean} speaks whether it tells over an IPC channel that it is ready, and ends when that is closed
 * @property {(child: import('node:child_process').ChildProcess, signal: AbortSignal) => Promise<unknown>} ready
 * @property {RegExp} alarming which of its lines are also shown on the console
 */
export class Supervised {
  #child;
  #stopping = new AbortController();
  #over = Promise.resolve();

  /**
   * @param {Task} task
   * @param {import('./log-file.mjs').LogFile} log
   * @param {{ say: (line: string) => void, began: (pid: number) => void, ended: () => void }} observer
   */
  constructor(task, log, observer) {
    this.task = task;
    this.log = log;
    this.observer = observer;
  }

  /** Resolves when it is ready for the first time; rejects when it will not start. */
  start() {
    const { promise, resolve, reject } = Promise.withResolvers();
    const late = () => reject(this.#doesNotStart(`was not ready after ${READY_WITHIN_MS / 1000} s`));
    const patience = setTimeout(late, READY_WITHIN_MS).unref();
    this.#over = this.#keepRunning(resolve, reject);
    return promise.finally(() => clearTimeout(patience));
  }

  /**
   * Lets it finish; after the grace period, or when told to hurry, it is killed.
   *
   * @param {number} graceMs
   * @param {AbortSignal} hurry
   */
  async stop(graceMs, hurry) {
    const kill = () => this.#child?.kill('SIGKILL');
    this.#stopping.abort();
    this.#child?.kill('SIGTERM');
    if (hurry.aborted) kill();
    hurry.addEventListener('abort', kill);
    const impatience = setTimeout(kill, graceMs);
    await this.#over;
    clearTimeout(impatience);
    this.log.close();
  }

  async #keepRunning(isReady, cannotStart) {
    let crashes = 0;
    let wasReady = false;
    while (!this.#stopping.signal.aborted) {
      const began = Date.now();
      const how = await this.#runOnce(() => {
        if (wasReady) this.observer.say(`${this.task.name} is ready again`);
        wasReady = true;
        isReady();
      });
      if (this.#stopping.signal.aborted) return;
      crashes = Date.now() - began > HEALTHY_AFTER_MS ? 1 : crashes + 1;
      if (!wasReady && crashes === TRIES)
        return cannotStart(this.#doesNotStart(`ended ${TRIES} times (${how})`));
      const wait = pauseAfter(crashes);
      this.observer.say(`${this.task.name} ended (${how}); starting it again in ${wait / 1000} s`);
      await pause(wait, undefined, { signal: this.#stopping.signal }).catch(() => {});
    }
  }

  async #runOnce(isReady) {
    const { name, command, args, env, speaks, ready } = this.task;
    const child = spawn(command, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe', ...(speaks ? ['ipc'] : [])],
      detached: process.platform !== 'win32', // Ctrl-C reaches the launcher alone, which keeps the order.
      windowsHide: true,
    });
    this.#child = child;
    const exited = new Promise((done) => {
      child.once('close', (code, signal) => done(signal ?? `exit code ${code}`));
      child.on('error', (error) => child.pid === undefined && done(error.message));
    });
    if (child.pid === undefined) return exited;
    this.observer.began(child.pid);
    this.#keep(child.stdout);
    this.#keep(child.stderr);
    const over = new AbortController();
    ready(child, over.signal).then(
      () => over.signal.aborted || isReady(),
      (error) => over.signal.aborted || this.log.write(`${name}: ${error.message}`),
    );
    const how = await exited;
    over.abort();
    this.#child = undefined;
    this.observer.ended();
    return how;
  }

  #keep(stream) {
    createInterface({ input: stream }).on('line', (line) => {
      this.log.write(line);
      if (this.task.alarming.test(line)) this.observer.say(`${this.task.name}: ${line}`);
    });
  }

  #doesNotStart(why) {
    return new Trouble(
      `${this.task.name} ${why}. Its log ${this.log.path} ends with:\n\n${this.log.tail || '(nothing)'}\n\n` +
        'Everything was stopped again.',
    );
  }
}

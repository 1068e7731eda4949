import { Crew } from './crew.mjs';
import { DataFolder } from './data-folder.mjs';
import { isFree } from './ports.mjs';
import { Trouble } from './trouble.mjs';

/**
 * Starts everything, keeps it running, and returns when it was told to stop and all processes have ended.
 *
 * @param {import('./settings.mjs').Settings} settings
 * @param {{ name: string, main: string, args?: string[] }[]} services of which the gateway comes last
 * @param {(line: string) => void} say
 */
export const launch = async (settings, services, say) => {
  const { stop, hurry } = toldToStop();
  const data = new DataFolder(settings.data);
  const crew = new Crew(settings, data, say);
  try {
    await Promise.race([start(settings, services, data, crew, say), whenAborted(stop)]);
    await whenAborted(stop);
    say('\nStopping; once more to stop at once …');
  } finally {
    await crew.stop(hurry);
    data.release();
  }
  say('Stopped.');
};

const start = async (settings, services, data, crew, say) => {
  say(`Redress starts with its data in ${settings.data}`);
  const left = await data.endLeftOvers();
  if (left.length > 0) say(`An earlier start was killed; ended what it had left behind: ${left.join(', ')}`);
  await requirePort(settings);
  await crew.start(services);
  say(welcome(settings, crew.setUpToken));
};

const requirePort = async ({ host, port }) => {
  const free = await isFree(port, host).catch((error) => {
    throw new Trouble(
      `Redress cannot listen on ${host} port ${port} (${error.code}). Set REDRESS_HOST to an address of this ` +
        'machine and REDRESS_PORT to a port that this account may use. Nothing was started.',
    );
  });
  if (!free)
    throw new Trouble(
      `Port ${port} on ${host} is taken by another program. End that one, or set REDRESS_PORT to another port. ` +
        'Nothing was started.',
    );
};

const welcome = ({ host, port, data }, setUpToken) => {
  const reached = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const url = `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}/api`;
  return `
Redress is running.

  interface       ${url}
  documentation   ${url}/docs
  operator token  ${data}/operator.token${setUpToken ? `\n  set-up token    ${setUpToken}` : ''}
  logs            ${data}/logs
  the main job    npm run redress -- run-cases FILE.csv

Ctrl-C stops it.`;
};

/** Ctrl-C under npm arrives twice, from the terminal and from npm: only a later one means hurry. */
const SAME_KEYSTROKE_MS = 1_000;

const toldToStop = () => {
  const stop = new AbortController();
  const hurry = new AbortController();
  let first = Infinity;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (Date.now() - first > SAME_KEYSTROKE_MS) hurry.abort();
      first = Math.min(first, Date.now());
      stop.abort();
    });
  return { stop: stop.signal, hurry: hurry.signal };
};

const whenAborted = (signal) =>
  signal.aborted
    ? Promise.resolve()
    : new Promise((done) => signal.addEventListener('abort', done, { once: true }));

import { pathToFileURL } from 'node:url';

/**
 * The modules that measure, in turn; each exports `figures`, a list of functions that resolve with one figure:
 * `{ what, ours, atLeast }` or `{ what, ours, atMost }`, or `{ what, ours, baseline, ratio, atLeast }` where what is to be
 * reached is a share of a baseline. `ours` and `baseline` are summaries of several rounds, as rounds.mjs makes them.
 */
const MODULES = [
  'store',
  'command',
  'authorisation',
  'telemetry',
  'lag',
  'timers',
  'visits',
  'report',
  'lists',
  'export',
  'cases',
  'capacity',
  'backup',
  'sign-in',
  'erasure',
  'engines',
  'relay',
  'failover',
];

const number = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toFixed(2)));
const share = (value) => `${Math.round(value * 100)} %`;
const spread = ({ median, lowest, highest }) => `${number(median)} (${number(lowest)}–${number(highest)})`;

/** Some figures are to be seen beside others, and have nothing to reach. */
const hasGoal = ({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined;

const judged = (figure) => {
  const { ours, ratio, atLeast, atMost } = figure;
  if (!hasGoal(figure)) return { ...figure, reached: true };
  const reached = atMost === undefined ? (ratio ?? ours.median) >= atLeast : ours.median <= atMost;
  return { ...figure, reached };
};

const goalOf = ({ baseline, atLeast, atMost }) =>
  atMost === undefined ? `≥ ${baseline ? share(atLeast) : number(atLeast)}` : `≤ ${number(atMost)}`;

const lineOf = (figure) => {
  const { what, ours, baseline, ratio, reached } = figure;
  return [
    what,
    spread(ours),
    baseline ? spread(baseline) : '–',
    ratio === undefined ? '–' : share(ratio),
    hasGoal(figure) ? goalOf(figure) : '–',
    hasGoal(figure) ? (reached ? 'ok' : 'below') : '–',
  ].join(' | ');
};

/** Prints one line per figure and JSON at the end; those named on the command line only, or all. */
const run = async (names) => {
  console.log('what | ours | baseline | ratio | to reach | ok/below');
  const results = [];
  for (const name of names) {
    const { figures } = await import(new URL(`${name}.mjs`, pathToFileURL(import.meta.filename)));
    for (const measure of figures) {
      const result = judged(await measure());
      results.push(result);
      console.log(lineOf(result));
    }
  }
  console.log(JSON.stringify(results));
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !MODULES.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; there are ${MODULES.join(', ')}.`);
  process.exitCode = 2;
} else await run(asked.length > 0 ? asked : MODULES);

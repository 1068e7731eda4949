// Changes rules, folds and projections one piece at a time and runs the specs that should notice: `npm run mutate` all
// of them, `npm run mutate -- close-task inspection/plan-visit libs/calendar` those named. Slices whose files are as
// they were are not run again, so that an interrupted run goes on where it stopped. With --alive only what was alive
// without a reason is tried again, after specs were added.
// A survivor that is not in survivors.json, with its reason, fails the run; so does a reason that no survivor needs.

import { fileURLToPath } from 'node:url';
import { tryAgain } from './again.mjs';
import { changed } from './changed.mjs';
import { hashOf, keep, known, lastKnown } from './results.mjs';
import { inBatches, namedBy, slices } from './slices.mjs';
import { writeSummary } from './summary.mjs';
import { astray, explained } from './survivors.mjs';

const ALIVE = '--alive';
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const all = slices();
const [onlyAlive, names] = [
  process.argv.includes(ALIVE),
  process.argv.slice(2).filter((name) => name !== ALIVE),
];
const chosen = namedBy(all, names);

const shown = ({ file, at, line, what, becomes, reason }) =>
  [
    `  ${file}${at ? `:${at}` : ''}`,
    line,
    `${what} → ${becomes}`,
    ...(reason ? [`because ${reason}`] : []),
  ].join('\n    ');

let done = 0;
let unexplained = 0;
let unneeded = 0;

const tell = (slice, result, again) => {
  const { alive, stale } = explained(result.alive, slice.mutate);
  const unknown = alive.filter(({ reason }) => !reason);
  done += 1;
  unexplained += unknown.length;
  unneeded += stale.length;
  const counted = `${result.mutants} mutants, ${alive.length} alive, ${unknown.length} without a reason`;
  console.log(`[${done}/${chosen.length}] ${slice.name}: ${counted}${again ? '' : ' (from before)'}`);
  for (const one of unknown) console.log(shown(one));
  if (stale.length > 0) console.log('  listed, but noticed by now or gone:');
  for (const one of stale) console.log(shown(one));
};

if (onlyAlive) await tryAgain(chosen);
const find = onlyAlive ? lastKnown : known;
const isKnown = Map.groupBy(chosen, (slice) => find(slice) !== undefined);
for (const slice of isKnown.get(true) ?? []) tell(slice, find(slice), false);
for (const batch of inBatches(onlyAlive ? [] : (isKnown.get(false) ?? []))) {
  const hashes = batch.map(hashOf);
  for (const [at, result] of (await changed(batch)).entries()) {
    keep(batch[at], hashes[at], result);
    tell(batch[at], result, true);
  }
}

const lost = astray(all.flatMap(({ mutate }) => mutate));
if (lost.length > 0) console.log('listed, but of no slice:');
for (const one of lost) console.log(shown(one));
await writeSummary(all);
console.log(`${unexplained} alive without a reason, ${unneeded + lost.length} reasons without a survivor`);
process.exitCode = unexplained + unneeded + lost.length === 0 ? 0 : 1;

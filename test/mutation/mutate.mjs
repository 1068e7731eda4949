// Changes rules, folds and projections one piece at a time and runs the specs that should notice: `npm run mutate` all
// of them, `npm run mutate -- close-task inspection/plan-visit libs/calendar` those named. Slices whose files are as
// they were are not run again, so that an interrupted run goes on where it stopped.
// A survivor that is not in survivors.json, with its reason, fails the run; so does a reason that no survivor needs.

import { fileURLToPath } from 'node:url';
import { changed } from './changed.mjs';
import { hashOf, keep, known } from './results.mjs';
import { namedBy, slices } from './slices.mjs';
import { writeSummary } from './summary.mjs';
import { astray, explained } from './survivors.mjs';

process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const all = slices();
const chosen = namedBy(all, process.argv.slice(2));

const shown = ({ file, at, line, what, becomes, reason }) =>
  [
    `  ${file}${at ? `:${at}` : ''}`,
    line,
    `${what} → ${becomes}`,
    ...(reason ? [`because ${reason}`] : []),
  ].join('\n    ');

let unexplained = 0;
let unneeded = 0;
for (const [at, slice] of chosen.entries()) {
  const before = known(slice);
  const hash = hashOf(slice);
  const result = before ?? (await changed(slice));
  if (!before) keep(slice, hash, result);

  const { alive, stale } = explained(result.alive, slice.mutate);
  const unknown = alive.filter(({ reason }) => !reason);
  unexplained += unknown.length;
  unneeded += stale.length;
  const counted = `${result.mutants} mutants, ${alive.length} alive, ${unknown.length} without a reason`;
  console.log(`[${at + 1}/${chosen.length}] ${slice.name}: ${counted}${before ? ' (unchanged)' : ''}`);
  for (const one of unknown) console.log(shown(one));
  if (stale.length > 0) console.log('  listed, but noticed by now or gone:');
  for (const one of stale) console.log(shown(one));
}

const lost = astray(all.flatMap(({ mutate }) => mutate));
if (lost.length > 0) console.log('listed, but of no slice:');
for (const one of lost) console.log(shown(one));
await writeSummary(all);
console.log(`${unexplained} alive without a reason, ${unneeded + lost.length} reasons without a survivor`);
process.exitCode = unexplained + unneeded + lost.length === 0 ? 0 : 1;

import type { Api } from '../http/api.js';
import { inParallel } from '../http/in-parallel.js';
import { progressOf } from '../progress/progress.js';
import { said } from '../table-file/table.js';
import { faultsOf, lostOf } from './check-case.js';
import { lookUp } from './look-up.js';
import type { Organisation } from './organisation.js';
import { counted, nothing, type Tally } from './tally.js';
import type { Walk } from './walk-case.js';

/** Looks every case up through the public API, many at once, and says what is not as it should be. */
export const checkAll = async (
  api: Api,
  organisation: Organisation,
  walks: readonly Walk[],
  atOnce: number,
): Promise<{ readonly tally: Tally; readonly bad: number }> => {
  const auditor = await organisation.auditor();
  const progress = progressOf('checks', walks.length);
  const tally = nothing();
  let bad = 0;
  await inParallel(walks, atOnce, async (walk) => {
    const found = await lookUp(api, auditor, walk);
    const lost = lostOf(walk, found);
    const reasons = [...lost.map((what) => `${what} is lost`), ...faultsOf(walk, found)];
    for (const reason of reasons) progress.say(said({ line: walk.line, reason }));
    if (reasons.length > 0 && walk.isOver) bad += 1;
    counted(tally, walk, found, lost.length);
    progress.tick();
  }).finally(progress.end);
  return { tally, bad };
};

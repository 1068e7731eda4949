import { Posts } from '../sign-in/posts.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { survey } from '../table-file/table.js';
import { Trouble } from '../trouble.js';
import { CASE_COLUMNS, type CaseColumn } from './case-row.js';
import { checkAll } from './check-all.js';
import { Organisation } from './organisation.js';
import type { Tally } from './tally.js';
import { type Limits, walkAll } from './walk-all.js';

export type Run = Tally & {
  readonly seconds: number;
  readonly commandsPerSecond: number;
  /** Rows that did not come all the way, or whose case is not as it should be. */
  readonly bad: number;
};

/** Takes each row of a file from opinion to outcome, then checks through the public API that all of it is there. */
export const runCases = async (path: string, settings: Settings, limits: Limits): Promise<Run> => {
  const since = performance.now();
  const table = await survey<CaseColumn>(path, CASE_COLUMNS);
  const { api, token, session } = await signIn(settings);
  if (session.actor.role !== 'operator')
    throw new Trouble('run-cases sets up an organisation: it needs the token of the operator');
  const organisation = new Organisation(new Posts(api, token));

  const { walks, bad } = await walkAll(api, organisation, table, limits);
  const checked = await checkAll(api, organisation, walks, limits.atOnce);
  const seconds = (performance.now() - since) / 1_000;
  return {
    ...checked.tally,
    seconds: Math.round(seconds * 10) / 10,
    commandsPerSecond: Math.round(checked.tally.commands / seconds),
    bad: bad + checked.bad,
  };
};

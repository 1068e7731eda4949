import { join } from 'node:path';
import { eventsIn } from '@redress/store-sqlite/log-file';
import type { LedgerOfService, Manifest } from '../backup/manifest.js';
import { headOf, LedgerCount } from '../ledger.js';
import { filesNamedIn } from '../named-files.js';
import { CaseSample } from './case-sample.js';
import { attachedIn, notThere } from './named.js';

/** What a drill found: how each log compares, and how the histories of some cases do. With nothing `wrong`, all is as it was. */
export type Compared = {
  readonly head: string;
  /** What followed, when the services went on with what was half done at the moment of the backup. */
  readonly more: number;
  readonly cases: number;
  /** How many files are named; undefined when the backup has none, since they were left out. */
  readonly files: number | undefined;
  readonly wrong: readonly string[];
};

type Found = { readonly ledger: LedgerOfService; readonly more: number };

/** Compares what a system holds that was started from a backup, and is stopped again, with what was backed up. */
export const compare = async ({ services, head, evidence }: Manifest, data: string): Promise<Compared> => {
  const sample = new CaseSample();
  const named = new Set<string>();
  const found = services.map((log) => foundOf(log, join(data, `${log.service}.sqlite`), sample, named));
  const wrong = services.flatMap((log, index) => differences(log, found[index]?.ledger));
  const now = headOf(found.map(({ ledger }) => ledger));
  if (now !== head) wrong.push(`the ledger has hash ${now}, and had ${head}`);
  wrong.push(...(await sample.missingIn(join(data, 'audit.sqlite'))));
  if (evidence !== 'left-out') {
    for (const hash of await attachedIn(join(data, 'intake.sqlite'))) named.add(hash);
    wrong.push(...(await notThere(named, data)));
  }
  return {
    head: now,
    more: found.reduce((sum, { more }) => sum + more, 0),
    cases: sample.size,
    files: evidence === 'left-out' ? undefined : named.size,
    wrong,
  };
};

const differences = (was: LedgerOfService, is: LedgerOfService | undefined): readonly string[] =>
  (['events', 'last', 'hash'] as const)
    .filter((what) => is?.[what] !== was[what])
    .map((what) => `${was.service}: ${what} is ${String(is?.[what])}, and was ${String(was[what])}`);

/** As many events as were backed up, and how many came after them. */
const foundOf = (
  { service, events: backedUp }: LedgerOfService,
  file: string,
  sample: CaseSample,
  named: Set<string>,
): Found => {
  const count = new LedgerCount();
  let more = 0;
  for (const event of eventsIn(file)) {
    sample.see(event);
    for (const hash of filesNamedIn(event)) named.add(hash);
    if (count.events < backedUp) count.add(event);
    else more += 1;
  }
  return { ledger: { service, ...count.now() }, more };
};

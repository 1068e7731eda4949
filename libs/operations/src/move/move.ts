import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EventImport } from '@redress/store-sqlite/event-import';
import { eventsIn, giveUpRows, holdsEvents } from '@redress/store-sqlite/log-file';
import { serviceOf } from '../backup/source-files.js';
import { type Service, SERVICES, slicesUpTo } from '../engine.js';
import { requireStopped } from '../in-use.js';
import type { Kurrent } from '../kurrent.js';
import { headOf, type Ledger } from '../ledger.js';
import { OperationFailed } from '../operation-failed.js';
import { inBatches } from './batches.js';
import { ledgerIn, moveLog, type Moved, type Source, type Target } from './move-log.js';

export type Direction = 'sqlite-to-kurrentdb' | 'kurrentdb-to-sqlite';

export type Move = {
  readonly data: string;
  readonly direction: Direction;
  readonly kurrent: Kurrent;
  readonly services?: readonly Service[];
  readonly say?: (line: string) => void;
};

export type MovedLogs = {
  readonly services: readonly (Moved & { readonly service: Service })[];
  readonly head: string;
};

const SLICE = 1_000;
const SAY_EVERY = 10_000;

/**
 * Takes the events of services, which must not run, from one engine to the other. Interrupted, it goes on where it was. The
 * source is left as it is. Where rows and readers stood, the other engine does not know: rows are given up, and what the
 * broker carries; both are made again when the services start.
 *
 * @throws OperationFailed
 */
export const move = async ({
  data,
  direction,
  kurrent,
  services = SERVICES,
  say = () => undefined,
}: Move): Promise<MovedLogs> => {
  requireStopped(data);
  const moved: (Moved & { readonly service: Service })[] = [];
  for (const service of services) {
    const one = await moveService(data, direction, kurrent, service, say);
    say(
      `${service}: ${String(one.events)} events, ${String(one.before)} of them from a run before; ${one.hash}`,
    );
    moved.push({ service, ...one });
  }
  requireStopped(data);
  beginAnew(data);
  return { services: moved, head: headOf(moved) };
};

const moveService = async (
  data: string,
  direction: Direction,
  kurrent: Kurrent,
  service: Service,
  say: (line: string) => void,
): Promise<Moved> => {
  const file = join(data, `${service}.sqlite`);
  const isThere = existsSync(file);
  const rows = direction === 'kurrentdb-to-sqlite' || isThere ? new EventImport(file) : undefined;
  const inFile: Target = {
    slices: () => inBatches(rows ? eventsIn(file) : [], SLICE),
    add: (events) => rows?.add(events),
  };
  const store = kurrent.store(service);
  const importing = kurrent.import(service);
  const onServer: Target = {
    slices: async function* () {
      yield* slicesUpTo(store, await kurrent.end());
    },
    add: (events) => importing.add(events),
  };
  const [from, to] = direction === 'sqlite-to-kurrentdb' ? [inFile, onServer] : [onServer, inFile];
  let said = 0;
  try {
    const moved = await moveLog(from, to, (events) => {
      if (events - said < SAY_EVERY) return;
      said = events;
      say(`${service}: ${String(events)} events so far`);
    });
    await requireUnchanged(service, from, moved);
    return moved;
  } catch (error) {
    if (error instanceof OperationFailed) throw new OperationFailed(`${service}: ${error.message}`);
    throw error;
  } finally {
    rows?.close();
  }
};

/** A service elsewhere may still have written to a server. */
const requireUnchanged = async (service: string, from: Source, moved: Ledger): Promise<void> => {
  const now = await ledgerIn(from);
  if (now.hash !== moved.hash)
    throw new OperationFailed(
      `somebody wrote to ${service} meanwhile. Stop every copy of it, and run the same command again: it goes on.`,
    );
};

const beginAnew = (data: string): void => {
  for (const name of readdirSync(data)) {
    const isOfService = serviceOf(name) !== undefined && holdsEvents(join(data, name));
    if (isOfService) giveUpRows(join(data, name));
  }
  rmSync(join(data, 'nats'), { recursive: true, force: true });
};

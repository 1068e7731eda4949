import { setTimeout as pause } from 'node:timers/promises';
import type { Keeper } from '@redress/contracts/directory/erasure';
import type { Confirmation } from '@redress/contracts/directory/erasure.events';
import type { Recorded } from '@redress/contracts/event';
import { type KeyId, type PersonId, START } from '@redress/contracts/values';
import { lifted } from '@redress/contracts/event';
import {
  type AnyProjection,
  type AnyRow,
  changesFor,
  type Projection,
} from '@redress/read-models/projection';
import { keyIdsIn, type Sealing } from '@redress/sealing/sealing';
import type { Storage } from './storage.js';

const PAGE = 1_000;
const AGAIN_MS = 200;

export type Whom = { readonly personId: PersonId; readonly keys: readonly KeyId[] };

/**
 * Makes anew, from what can still be opened, every row that something of a person went into, and leaves nothing of it in
 * the files. The keys must have been forgotten before. Done again, it changes nothing.
 */
export const forgetPerson = async (
  service: Keeper,
  { personId, keys }: Whom,
  { events, stored, models }: Storage,
  sealing: Sealing,
  projections: readonly AnyProjection[],
): Promise<Confirmation> => {
  const end = await stored.last();
  const { streams, texts, inClear } = await concerned(stored, sealing, personId, new Set(keys));
  for (const any of projections) {
    const projection = any as unknown as Projection<never, AnyRow>;
    // What was opened before the keys were forgotten is in the rows once they stand here.
    while ((await models.isOutdated(any)) || !(await models.reached(projection, end, AGAIN_MS)))
      await pause(AGAIN_MS);
    const ofCategory = [...streams].filter((stream) => stream.startsWith(`${projection.of.name}-`));
    for (const stream of ofCategory) await rowsAnew(stream, projection, { events, models });
    await models.purge(projection);
  }
  return { service, streams: streams.size, texts, inClear };
};

type Concerned = { readonly streams: ReadonlySet<string>; readonly texts: number; readonly inClear: number };

/** Which streams hold something of the person, found by going through the whole log once. */
const concerned = async (
  stored: Storage['stored'],
  sealing: Sealing,
  personId: PersonId,
  keys: ReadonlySet<KeyId>,
): Promise<Concerned> => {
  const streams = new Set<string>();
  const first = new Map<string, Recorded['data']>();
  let [texts, inClear] = [0, 0];
  for (let from = START, end = await stored.last(); from < end;) {
    const slice = await stored.readAll(from, sealing.prefixes, PAGE);
    for (const event of slice.events) {
      if (event.revision === 0) first.set(event.stream, event.data);
      const found = keyIdsIn([event]).some((id) => keys.has(id))
        ? Object.values(event.sealed ?? {}).filter(({ key }) => keys.has(key)).length
        : 0;
      if (found > 0) streams.add(event.stream);
      texts += found;
      if (!event.sealed) inClear += await sealing.textsOf(event, personId, first);
    }
    from = slice.upTo;
  }
  return { streams, texts, inClear };
};

/** In one step with where the model stands, so that no older state takes the place of a newer one. */
const rowsAnew = async (
  stream: string,
  projection: Projection<never, AnyRow>,
  { events, models }: Pick<Storage, 'events' | 'models'>,
): Promise<void> => {
  for (;;) {
    const at = await models.positionOf(projection);
    const history = (await events.read(stream)).filter(({ position }) => position <= at);
    const changes = history.flatMap((event) =>
      changesFor(projection, lifted<never, Recorded>(projection.of, event)),
    );
    if (await models.apply(projection, changes, at, at)) return;
  }
};

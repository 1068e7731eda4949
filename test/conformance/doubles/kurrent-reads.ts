import type { ServerWritableStream } from '@grpc/grpc-js';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Entry, KurrentLog } from './kurrent-log.js';
import { caughtUp, checkpoint, confirmation, eventMessage, nameIn, notFound } from './kurrent-messages.js';
import { invalidPosition } from './kurrent-refusals.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** How many events are looked at before a checkpoint, unless the client says; and how many are found in one page. */
const WINDOW = 32;

/** Like the enum of the protocol. */
const BACKWARDS = 1;

type Allows = (entry: Entry) => boolean;

const filterIn = (options: ReadReq.Options): Allows => {
  const expression = options.getFilter()?.getStreamIdentifier();
  if (!expression) return () => true;
  const prefixes = expression.getPrefixList();
  return ({ stream }) => prefixes.some((prefix) => stream.startsWith(prefix));
};

/** A page of a stream or of the whole log, from a place on, that place included; or half of it, and no end. */
export const read = (log: KurrentLog, call: Call, options: ReadReq.Options, isHalf: boolean): void => {
  const from = placeIn(options);
  if (from !== undefined && !log.isPlace(from)) {
    call.emit('error', invalidPosition());
    return;
  }
  const backwards = (options.getReadDirection() as number) === BACKWARDS;
  const entries = options.hasStream()
    ? streamFrom(log, call, options)
    : log.entries.filter(filterIn(options)).filter(({ position }) => position >= (from ?? 0n));
  const ordered = (backwards ? entries.toReversed() : entries).slice(0, Number(options.getCount()));
  for (const entry of isHalf ? ordered.slice(0, ordered.length / 2) : ordered)
    call.write(eventMessage(entry));
  if (!isHalf) call.end();
};

const windowIn = (options: ReadReq.Options): number => {
  const max = options.getFilter()?.getMax() ?? 0;
  return max > 0 ? max : WINDOW;
};

const streamFrom = (log: KurrentLog, call: Call, options: ReadReq.Options): readonly Entry[] => {
  const asked = options.getStream();
  const name = nameIn(asked?.getStreamIdentifier());
  const entries = log.stream(name);
  if (entries.length === 0) call.write(notFound(name));
  const from = asked?.hasRevision() ? BigInt(asked.getRevision()) : 0n;
  return entries.filter(({ revision }) => revision >= from);
};

const placeIn = (options: ReadReq.Options): bigint | undefined => {
  const position = options.getAll()?.getPosition();
  return position && BigInt(position.getCommitPosition());
};

/**
 * All that matches after a place, in pages, then what comes. It says how far it looked after so many events and once when it
 * has come to the end, but no further than to where the page began or the last event that matched.
 */
export const subscribe = (log: KurrentLog, call: Call, options: ReadReq.Options, isHalf: boolean): void => {
  const from = placeIn(options);
  if (from !== undefined && !log.isPlace(from)) {
    call.emit('error', invalidPosition());
    return;
  }
  const allows = filterIn(options);
  const window = windowIn(options);
  const every = window * (options.getFilter()?.getCheckpointintervalmultiplier() ?? 1);
  let next = from === undefined ? 0 : log.firstFrom(from + 1n);
  let page = { begins: from, looked: 0, found: 0 };
  let reached: bigint | undefined;
  let looked = 0;
  let isFull = false;
  let isCaughtUp = false;
  const saySeen = (position: bigint | undefined): void => {
    looked = 0;
    if (position === undefined || (reached !== undefined && position <= reached)) return;
    reached = position;
    call.write(checkpoint(position));
  };
  let last = from;
  const more = (): void => {
    for (; !isFull; next += 1) {
      const entry = log.entries[next];
      if (!entry) break;
      looked += 1;
      page.looked += 1;
      if (allows(entry)) {
        page.found += 1;
        last = entry.position;
        isFull = !call.write(eventMessage(entry)) || isHalf;
      } else if (isCaughtUp && looked >= every) last = entry.position;
      if (isCaughtUp || page.found >= WINDOW || page.looked >= window) {
        if (page.begins !== undefined && page.begins > (last ?? -1n)) last = page.begins;
        page = { begins: entry.after, looked: 0, found: 0 };
        if (looked >= every) saySeen(last);
      }
    }
    if (isFull || isCaughtUp) return;
    saySeen(last ?? 0n);
    isCaughtUp = true;
    call.write(caughtUp());
  };
  // Who reads slowly, or no more, is not sent the whole log.
  const drained = (): void => {
    if (isHalf) return;
    isFull = false;
    more();
  };
  call.on('drain', drained);
  call.write(confirmation());
  more();
  log.appended.on('appended', more);
  const end = (): void => {
    log.appended.off('appended', more);
    call.off('drain', drained);
  };
  call.on('cancelled', end);
  call.on('close', end);
};

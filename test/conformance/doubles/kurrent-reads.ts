import type { ServerWritableStream } from '@grpc/grpc-js';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { Entry, KurrentLog } from './kurrent-log.js';
import { caughtUp, checkpoint, confirmation, eventMessage, nameIn, notFound } from './kurrent-messages.js';

type Call = ServerWritableStream<ReadReq, ReadResp>;

/** How many events are looked at before a checkpoint, unless the client says. */
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

/** A page of a stream or of the whole log, from a place on, that place included. */
export const read = (log: KurrentLog, call: Call, options: ReadReq.Options): void => {
  const backwards = (options.getReadDirection() as number) === BACKWARDS;
  const entries = options.hasStream()
    ? streamFrom(log, call, options)
    : log.entries.filter(filterIn(options)).filter(({ position }) => position >= startIn(options));
  const ordered = backwards ? entries.toReversed() : entries;
  const count = Number(options.getCount());
  for (const entry of ordered.slice(0, count)) call.write(eventMessage(entry));
  call.end();
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

const startIn = (options: ReadReq.Options): bigint => {
  const position = options.getAll()?.getPosition();
  return position ? BigInt(position.getCommitPosition()) : 0n;
};

/** All that matches after a place, then what comes; and every so many events, how far was looked. */
export const subscribe = (log: KurrentLog, call: Call, options: ReadReq.Options): void => {
  const allows = filterIn(options);
  const filter = options.getFilter();
  const every = windowIn(options) * (filter?.getCheckpointintervalmultiplier() ?? 1);
  const position = options.getAll()?.getPosition();
  let seen = position ? BigInt(position.getCommitPosition()) : -1n;
  let looked = 0;
  let isFull = false;
  let isCaughtUp = false;
  const more = (): void => {
    if (isFull) return;
    for (let index = firstAfter(log.entries, seen); !isFull; index += 1) {
      const entry = log.entries[index];
      if (!entry) break;
      seen = entry.position;
      looked += 1;
      if (allows(entry)) isFull = !call.write(eventMessage(entry));
      if (looked % every === 0) call.write(checkpoint(seen));
    }
    if (isFull || isCaughtUp) return;
    isCaughtUp = true;
    call.write(caughtUp());
  };
  // Who reads slowly, or no more, is not sent the whole log.
  const drained = (): void => {
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

const firstAfter = (entries: readonly Entry[], position: bigint): number => {
  let [from, to] = [0, entries.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((entries[middle]?.position ?? 0n) > position) to = middle;
    else from = middle + 1;
  }
  return from;
};

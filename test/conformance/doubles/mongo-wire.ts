import mongoose from 'mongoose';
import type { Doc } from './mongo-matching.js';

const { BSON } = mongoose.mongo;

const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];

export const MOST_BYTES = 48_000_000;

/** What a message asks. */
export const commandOf = (message: Buffer): Doc =>
  message.readInt32LE(12) === OP_MSG ? commandIn(message) : queryIn(message);

/** An answer to a message, in the way in which it was asked. */
export const answerTo = (message: Buffer, answer: Doc): Buffer => {
  const isMessage = message.readInt32LE(12) === OP_MSG;
  const body = Buffer.from(BSON.serialize(answer, { ignoreUndefined: true }));
  const head = isMessage ? Buffer.from([0, 0, 0, 0, 0]) : replyHead();
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + head.length + body.length, 0);
  header.writeInt32LE(message.readInt32LE(4), 8);
  header.writeInt32LE(isMessage ? OP_MSG : OP_REPLY, 12);
  return Buffer.concat([header, head, body]);
};

const queryIn = (message: Buffer): Doc => {
  if (message.readInt32LE(12) !== OP_QUERY) throw new Error('the double does not know this message');
  return BSON.deserialize(message.subarray(message.indexOf(0, 20) + 1 + 8));
};

const replyHead = (): Buffer => {
  const head = Buffer.alloc(20);
  head.writeInt32LE(1, 16);
  return head;
};

/** One document, and lists of documents that belong into it. */
const commandIn = (message: Buffer): Doc => {
  let command: Record<string, unknown> = {};
  const lists: Record<string, unknown> = {};
  for (let at = 20; at < message.length;) {
    const kind = message.readUInt8(at);
    const size = message.readInt32LE(at + 1);
    if (kind === 0) command = BSON.deserialize(message.subarray(at + 1, at + 1 + size));
    else {
      const nameEnd = message.indexOf(0, at + 5);
      const docs: Doc[] = [];
      for (let doc = nameEnd + 1; doc < at + 1 + size; doc += message.readInt32LE(doc))
        docs.push(BSON.deserialize(message.subarray(doc, doc + message.readInt32LE(doc))));
      lists[message.toString('utf8', at + 5, nameEnd)] = docs;
    }
    at += 1 + size;
  }
  return { ...command, ...lists };
};

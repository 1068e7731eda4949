import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import mongoose from 'mongoose';
import { CommandFailed, MongoCommands } from './mongo-commands.js';
import type { Doc } from './mongo-matching.js';

const { BSON } = mongoose.mongo;

/** What the driver says of itself, whenever it likes. */
const UNCUT = /^(hello|ismaster|ping|endSessions|killCursors)$/i;

const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];

type Transaction = { readonly key: string; readonly before: MongoCommands['collections']; end(): void };

/**
 * No MongoDB, but a double that speaks its wire protocol and the few commands that the adapter sends, with transactions one
 * after the other. It shows how the adapter uses the driver, and not what a server does.
 */
export class MongoDouble {
  readonly commands = new MongoCommands();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private transaction: Transaction | undefined;
  private over: Promise<void> = Promise.resolve();
  private cut: { left: number; readonly when: 'before' | 'after' } | undefined;

  private constructor(private readonly isReplicaSet: boolean) {
    this.server = createServer((socket) => {
      this.serve(socket);
    });
  }

  static async start({
    isReplicaSet,
    host = '127.0.0.1',
    port = 0,
  }: {
    readonly isReplicaSet: boolean;
    readonly host?: string;
    readonly port?: number;
  }): Promise<MongoDouble> {
    const double = new MongoDouble(isReplicaSet);
    double.server.listen(port, host);
    await once(double.server, 'listening');
    return double;
  }

  get place(): { readonly host: string; readonly port: number } {
    return { host: '127.0.0.1', port: (this.server.address() as AddressInfo).port };
  }

  get url(): string {
    return `mongodb://127.0.0.1:${String(this.place.port)}/?directConnection=true`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.server.close(done));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Ends the connection over which the n-th command from now comes, before or after it is carried out. */
  cutAt(n: number, when: 'before' | 'after'): void {
    this.cut = { left: n, when };
  }

  /** Whether the command at which it was to be cut has come; none is cut any more. */
  wasCut(): boolean {
    const was = this.cut === undefined;
    this.cut = undefined;
    return was;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
      this.abandon(socket);
    });
    socket.on('data', (data) => {
      waiting = Buffer.concat([waiting, data]);
      while (waiting.length >= 16 && waiting.length >= waiting.readInt32LE(0)) {
        const message = waiting.subarray(0, waiting.readInt32LE(0));
        waiting = waiting.subarray(message.length);
        void this.answer(socket, message);
      }
    });
  }

  private async answer(socket: Socket, message: Buffer): Promise<void> {
    const isMessage = message.readInt32LE(12) === OP_MSG;
    const command = isMessage ? commandIn(message) : queryIn(message);
    const cut = this.cutBy(command);
    const answer = cut === 'before' ? undefined : await this.run(socket, command);
    if (cut) socket.destroy();
    if (!answer || !socket.writable) return;
    const body = Buffer.from(BSON.serialize(answer, { ignoreUndefined: true }));
    const head = isMessage ? Buffer.from([0, 0, 0, 0, 0]) : replyHead();
    const header = Buffer.alloc(16);
    header.writeInt32LE(16 + head.length + body.length, 0);
    header.writeInt32LE(message.readInt32LE(4), 8);
    header.writeInt32LE(isMessage ? OP_MSG : OP_REPLY, 12);
    socket.write(Buffer.concat([header, head, body]));
  }

  private cutBy(command: Doc): 'before' | 'after' | undefined {
    const [name = ''] = Object.keys(command);
    if (!this.cut || UNCUT.test(name)) return undefined;
    this.cut.left -= 1;
    if (this.cut.left > 0) return undefined;
    const { when } = this.cut;
    this.cut = undefined;
    return when;
  }

  private async run(socket: Socket, command: Doc): Promise<Doc> {
    const [name = ''] = Object.keys(command);
    if (/^(hello|ismaster)$/i.test(name)) return this.hello();
    const key = `${JSON.stringify(command['lsid'])} ${String(command['txnNumber'])}`;
    const isWithin = command['autocommit'] === false;
    while (this.transaction && !(isWithin && this.transaction.key === key)) await this.over;
    if (command['startTransaction'] === true) this.begin(socket, key);
    if (name === 'commitTransaction' || name === 'abortTransaction') {
      if (name === 'abortTransaction' && this.transaction)
        this.commands.collections = this.transaction.before;
      this.transaction?.end();
      return { ok: 1 };
    }
    try {
      return { ...this.commands.run(command), ok: 1 };
    } catch (error) {
      const code = error instanceof CommandFailed ? error.code : 8000;
      return { ok: 0, code, errmsg: (error as Error).message };
    }
  }

  private begin(socket: Socket, key: string): void {
    if (!this.isReplicaSet) return;
    let end = (): void => undefined;
    this.over = new Promise((resolve) => {
      end = () => {
        this.transaction = undefined;
        owners.delete(socket);
        resolve();
      };
    });
    this.transaction = { key, before: this.commands.collections, end };
    owners.set(socket, this.transaction);
  }

  /** Whoever began a transaction is gone. */
  private abandon(socket: Socket): void {
    const transaction = owners.get(socket);
    if (!transaction || transaction !== this.transaction) return;
    this.commands.collections = transaction.before;
    transaction.end();
  }

  private hello(): Doc {
    const me = `127.0.0.1:${String(this.place.port)}`;
    return {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      logicalSessionTimeoutMinutes: 30,
      minWireVersion: 0,
      maxWireVersion: 21,
      readOnly: false,
      ...(this.isReplicaSet ? { setName: 'rs0', setVersion: 1, hosts: [me], primary: me, me } : {}),
      ok: 1,
    };
  }
}

const owners = new WeakMap<Socket, Transaction>();

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

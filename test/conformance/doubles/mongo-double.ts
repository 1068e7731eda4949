import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { MongoCommands } from './mongo-commands.js';
import { CODE, CommandFailed, RETRYABLE, TRANSIENT } from './mongo-failed.js';
import type { Doc } from './mongo-matching.js';
import { type Kind, MongoSessions } from './mongo-sessions.js';
import { answerTo, commandOf, MOST_BYTES } from './mongo-wire.js';

/** What the driver says of itself, whenever it likes. */
const UNTOUCHED = /^(hello|ismaster|ping|endSessions|killCursors)$/i;

/** After which a write may be sent again. */
const PASSING: readonly number[] = [CODE.NotWritablePrimary, CODE.InterruptedDueToReplStateChange];

type When = 'before' | 'after';
/** At which command something happens, and what: the connection is cut, another server is chosen, or somebody else acts. */
type Fault = {
  left: number;
  readonly when: When;
  readonly code?: number;
  readonly meanwhile?: () => Promise<unknown>;
};

/**
 * No MongoDB, but a double that speaks its wire protocol and the few commands that the adapter sends, and refuses what a
 * server refuses. It shows how the adapter uses the driver, and not what a server does.
 */
export class MongoDouble {
  readonly commands = new MongoCommands();
  /** In which databases accounts were looked for. There are none. */
  readonly loginsIn: string[] = [];
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;
  private readonly sessions: MongoSessions;
  private fault: Fault | undefined;

  private constructor(
    private readonly kind: Kind,
    transactionMs: number,
  ) {
    this.sessions = new MongoSessions(this.commands, kind, transactionMs);
    this.server = createServer((socket) => {
      this.serve(socket);
    });
  }

  static async start({
    isReplicaSet,
    kind = isReplicaSet ? 'set' : 'alone',
    host = '127.0.0.1',
    port = 0,
    transactionMs = 60_000,
  }: {
    readonly isReplicaSet: boolean;
    readonly kind?: Kind;
    readonly host?: string;
    readonly port?: number;
    /** How long a transaction of which nothing is heard stays open. */
    readonly transactionMs?: number;
  }): Promise<MongoDouble> {
    const double = new MongoDouble(kind, transactionMs);
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
  cutAt(n: number, when: When): void {
    this.fault = { left: n, when };
  }

  /** Answers the n-th command from now with this code, and ends all transactions, as a server that is the first no more. */
  failAt(n: number, when: When, code: number): void {
    this.fault = { left: n, when, code };
  }

  /** Has somebody else act before the n-th command from now. */
  meanwhile(n: number, act: () => Promise<unknown>): void {
    this.fault = { left: n, when: 'before', meanwhile: act };
  }

  /** Whether the command at which something was to happen has come; nothing happens any more. */
  wasReached(): boolean {
    const was = this.fault === undefined;
    this.fault = undefined;
    return was;
  }

  private serve(socket: Socket): void {
    this.sockets.add(socket);
    let waiting = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.sockets.delete(socket);
    });
    socket.on('data', (data) => {
      waiting = Buffer.concat([waiting, data]);
      while (waiting.length >= 16 && waiting.length >= waiting.readInt32LE(0)) {
        const message = waiting.subarray(0, waiting.readInt32LE(0));
        waiting = waiting.subarray(message.length);
        if (message.length > MOST_BYTES) socket.destroy();
        else void this.answer(socket, message);
      }
    });
  }

  private async answer(socket: Socket, message: Buffer): Promise<void> {
    const command = commandOf(message);
    const reached = this.faultAt(command);
    await reached?.meanwhile?.();
    const fault = reached?.meanwhile ? undefined : reached;
    const isFailover = fault?.code !== undefined;
    if (isFailover && fault.when === 'before') this.sessions.abandon();
    const answer = fault?.when === 'before' ? undefined : await this.run(command);
    if (fault && !isFailover) socket.destroy();
    if (isFailover && fault.when === 'after') this.sessions.abandon();
    const failed = isFailover ? failure(new CommandFailed(fault.code, 'not primary'), command) : undefined;
    const said = failed ?? answer;
    if (said && socket.writable) socket.write(answerTo(message, said));
  }

  private faultAt(command: Doc): Fault | undefined {
    const [name = ''] = Object.keys(command);
    const { fault } = this;
    if (!fault || UNTOUCHED.test(name)) return undefined;
    fault.left -= 1;
    if (fault.left > 0) return undefined;
    this.fault = undefined;
    return fault;
  }

  private async run(command: Doc): Promise<Doc> {
    const [name = ''] = Object.keys(command);
    if (/^(hello|ismaster)$/i.test(name)) return this.hello();
    try {
      if (name === 'saslStart') this.refuse(command);
      return { ...(await this.sessions.run(command)), ok: 1 };
    } catch (error) {
      return failure(error as Error, command);
    }
  }

  private refuse(command: Doc): never {
    this.loginsIn.push(String(command['$db']));
    throw new CommandFailed(CODE.AuthenticationFailed, 'Authentication failed.');
  }

  private hello(): Doc {
    const me = `127.0.0.1:${String(this.place.port)}`;
    return {
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      maxBsonObjectSize: 16_777_216,
      maxMessageSizeBytes: MOST_BYTES,
      maxWriteBatchSize: 100_000,
      logicalSessionTimeoutMinutes: 30,
      minWireVersion: 0,
      maxWireVersion: 21,
      readOnly: false,
      ...(this.kind === 'alone' ? {} : { setName: 'rs0', setVersion: 1, hosts: [me], primary: me, me }),
      ok: 1,
    };
  }
}

/** With what a server says of whether it may be tried again. */
const failure = (error: Error, command: Doc): Doc => {
  if (!(error instanceof CommandFailed)) return { ok: 0, code: CODE.BadValue, errmsg: error.message };
  const { code, message, labels } = error;
  const isEnd = (Object.keys(command)[0] ?? '').endsWith('Transaction');
  const isWithin = command['autocommit'] === false && !isEnd;
  const isPassing = PASSING.includes(code);
  const errorLabels = [
    ...labels,
    ...(isPassing && isWithin ? [TRANSIENT] : []),
    ...(isPassing && !isWithin && command['txnNumber'] !== undefined ? [RETRYABLE] : []),
  ];
  return { ok: 0, code, errmsg: message, errorLabels };
};

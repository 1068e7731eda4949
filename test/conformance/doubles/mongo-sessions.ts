import type { Collections, MongoCommands } from './mongo-commands.js';
import { sessionOf } from './mongo-cursors.js';
import { CODE, CommandFailed, TRANSIENT } from './mongo-failed.js';
import type { Doc } from './mongo-matching.js';
import { checkOptions } from './mongo-options.js';

/**
 * `set`: a replica set. `alone`: a server by itself. `lookalike`: calls itself a set, and carries out what comes in a
 * transaction as single writes, twice what the driver sends twice, and nothing after the first that fails.
 */
export type Kind = 'set' | 'alone' | 'lookalike';

type Transaction = {
  readonly before: Collections;
  view: Collections;
  readonly keys: Map<string, { readonly place: string; readonly id: unknown }>;
  readonly over: Promise<void>;
  readonly end: () => void;
};
type Session = {
  number: number;
  transaction?: Transaction | undefined;
  isCommitted?: boolean;
  /** The answer to the write of this number, which is given again when it is sent again. */
  answer?: Promise<Doc> | undefined;
};

/** A write that waits for a transaction to end which has the document. */
class Locked extends Error {
  constructor(readonly over: Promise<void>) {
    super('locked');
  }
}

const conflict = (): CommandFailed => new CommandFailed(CODE.WriteConflict, 'WriteConflict', [TRANSIENT]);

/**
 * Who runs commands in which session: by themselves, written once however often they are sent, or in a transaction that sees
 * one moment, loses against whoever wrote first, and outlives its connection until it has lasted too long.
 */
export class MongoSessions {
  private readonly sessions = new Map<string, Session>();
  private readonly holders = new Map<string, Transaction>();

  constructor(
    private readonly commands: MongoCommands,
    private readonly kind: Kind,
    private readonly transactionMs: number,
  ) {}

  run(command: Doc): Promise<Doc> {
    const { txnNumber, autocommit } = command;
    if (this.kind === 'lookalike')
      return this.plain({ ...command, ...('ordered' in command ? { ordered: true } : {}) });
    if (txnNumber === undefined) return this.plain(command);
    if (this.kind === 'alone')
      throw new CommandFailed(
        CODE.IllegalOperation,
        'Transaction numbers are only allowed on a replica set member or mongos',
      );
    const session = this.sessionOf(command, Number(txnNumber));
    return autocommit === false ? this.within(session, command) : this.once(session, command);
  }

  /** As when another server is chosen: what is not committed is gone. */
  abandon(): void {
    for (const session of this.sessions.values()) this.end(session);
  }

  private sessionOf(command: Doc, number: number): Session {
    const key = sessionOf(command);
    const session = this.sessions.get(key) ?? { number: -1 };
    this.sessions.set(key, session);
    if (number < session.number) throw new CommandFailed(CODE.TransactionTooOld, 'a newer one has begun');
    if (number > session.number) {
      this.end(session);
      Object.assign(session, { number, isCommitted: false, answer: undefined });
    }
    return session;
  }

  private async plain(command: Doc): Promise<Doc> {
    for (;;) {
      const before = this.commands.collections;
      this.commands.isWithin = false;
      this.commands.touch = (place, id) => {
        for (const [key, { over }] of this.holders)
          if (key === keyOf(place, id) || (id === undefined && key.startsWith(keyOf(place, ''))))
            throw new Locked(over);
      };
      try {
        return this.commands.run(command);
      } catch (error) {
        this.commands.collections = before;
        if (!(error instanceof Locked)) throw error;
        await error.over;
      }
    }
  }

  private once(session: Session, command: Doc): Promise<Doc> {
    session.answer ??= this.plain(command).catch((error: unknown) => {
      session.answer = undefined;
      throw error;
    });
    return session.answer;
  }

  private async within(session: Session, command: Doc): Promise<Doc> {
    const [name = ''] = Object.keys(command);
    checkOptions(name, command);
    if (command['startTransaction'] === true) {
      if (session.transaction) throw new CommandFailed(CODE.IllegalOperation, 'it has begun already');
      session.transaction = this.begun(session);
    }
    const { transaction } = session;
    if (name === 'commitTransaction' && session.isCommitted) return {};
    if (!transaction)
      throw new CommandFailed(CODE.NoSuchTransaction, 'no such transaction in progress', [TRANSIENT]);
    if (name === 'commitTransaction') this.commit(transaction);
    if (name === 'commitTransaction' || name === 'abortTransaction') {
      this.end(session);
      session.isCommitted = name === 'commitTransaction';
      return {};
    }
    return Promise.resolve(this.step(session, transaction, command));
  }

  private step(session: Session, transaction: Transaction, command: Doc): Doc {
    const { commands } = this;
    const committed = commands.collections;
    commands.isWithin = true;
    commands.collections = transaction.view;
    commands.touch = (place, id) => {
      const key = keyOf(place, id);
      const isNew = !transaction.before.has(place) && committed.has(place);
      if (isNew) throw new CommandFailed(CODE.SnapshotUnavailable, 'the collection is newer', [TRANSIENT]);
      if ((this.holders.get(key) ?? transaction) !== transaction) throw conflict();
      if (committed.get(place)?.get(id) !== transaction.before.get(place)?.get(id)) throw conflict();
      this.holders.set(key, transaction);
      transaction.keys.set(key, { place, id });
    };
    try {
      const answer = commands.run(command);
      if ('writeErrors' in answer) this.end(session);
      transaction.view = commands.collections;
      return answer;
    } catch (error) {
      this.end(session);
      throw error;
    } finally {
      commands.collections = committed;
    }
  }

  private begun(session: Session): Transaction {
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const { collections } = this.commands;
    const timer = setTimeout(() => {
      if (session.transaction === transaction) this.end(session);
    }, this.transactionMs).unref();
    const transaction: Transaction = {
      before: collections,
      view: collections,
      keys: new Map(),
      over,
      end: () => {
        clearTimeout(timer);
        end();
      },
    };
    return transaction;
  }

  private commit({ keys, view }: Transaction): void {
    const collections = new Map(this.commands.collections);
    for (const { place, id } of keys.values()) {
      const docs = new Map(collections.get(place));
      const doc = view.get(place)?.get(id);
      if (doc) docs.set(id, doc);
      else docs.delete(id);
      collections.set(place, docs);
    }
    this.commands.collections = collections;
  }

  private end(session: Session): void {
    const { transaction } = session;
    if (!transaction) return;
    session.transaction = undefined;
    for (const key of transaction.keys.keys()) this.holders.delete(key);
    transaction.end();
  }
}

const keyOf = (place: string, id: unknown): string => `${place} ${String(id)}`;

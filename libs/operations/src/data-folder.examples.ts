import { createHash, randomUUIDv7 } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { MessageId, PersonId } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import { SqliteEventStore } from '@redress/store-sqlite/sqlite-event-store';
import { SqliteKeyRing } from '@redress/store-sqlite/sqlite-key-ring';

const made: string[] = [];

/** An empty folder that is there until all tests of the file have run. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-operations-'));
  made.push(folder);
  return folder;
};

afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export const person = '0190a5c4-0000-7000-8000-0000000000aa' as PersonId;

/** A data folder as services leave it behind: two of them with events, a file of evidence, keys and secrets. */
export class ExampleData {
  readonly folder = newFolder();
  readonly masters = new LocalMasterKeys(newMasterKey(), 'an example');
  readonly stores = {
    intake: new SqliteEventStore(this.path('intake.sqlite'), new Clock()),
    rectification: new SqliteEventStore(this.path('rectification.sqlite'), new Clock()),
  };
  readonly keys = new SqliteKeyRing(this.folder, this.masters);

  constructor() {
    this.write('intake.secret', 'secret');
    this.write('operator.token', 'token');
    this.write('master.key', 'masters');
    this.write('nats/jetstream/x', 'carried');
    this.write('logs/intake.log', 'log');
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, text: string): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), text);
  }

  /** Stores a file of evidence, and names it in an event, in this order. */
  async attach(bytes: string): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.write(`evidence/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}.pdf`, bytes);
    await this.name(sha256);
    return sha256;
  }

  /** In an event, a file that is stored. */
  async name(sha256: string): Promise<void> {
    const data = {
      taskId: 't',
      entryId: 'e',
      unit: 'u',
      note: 'n',
      sha256,
      file: { name: 'n', kind: 'pdf', size: 1 },
    };
    const event = { ...counted(0), type: 'EvidenceAttached', version: 1, data };
    await this.stores.rectification.append(`task-${randomUUIDv7()}`, [event], -1);
  }

  /** As the service of the second does what follows from an event of the first. */
  async causeAndEffect(n: number): Promise<void> {
    const cause = counted(n);
    const id = cause.id as string;
    await this.stores.intake.append(`opinion-${id}`, [cause], -1);
    await this.stores.rectification.append(
      `issue-${id}`,
      [{ ...counted(n), causationId: id as MessageId }],
      -1,
    );
  }

  close(): void {
    for (const store of Object.values(this.stores)) store.close();
    this.keys.close();
  }
}

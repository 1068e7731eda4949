import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { KeptKeyRing } from '@redress/sealing/kept-key-ring';
import { LocalMasterKeys, newMasterKey } from '@redress/sealing/local-master-keys';
import type { MasterKeys } from '@redress/sealing/master-keys';
import { TakenOver } from '@redress/sealing/taken-over';
import { TransitMasterKeys } from '@redress/sealing/transit-master-keys';
import { dataFolder, keptText, readKept } from './kept-text.js';
import { keptKeys, secretEngine } from './secret-engine.js';

/** How long a key is remembered where it is used. What is erased is forgotten at once; this is for whoever missed it. */
const LIVE_SECONDS = 300;

export const keysLiveMs = (): number => 1_000 * Number(process.env['REDRESS_KEY_SECONDS'] ?? LIVE_SECONDS);

/** The keys of people, where `REDRESS_KEYS` says, under master keys from elsewhere. */
export class OwnKeys implements OnApplicationShutdown {
  private constructor(readonly ring: KeptKeyRing) {}

  /** Whatever is under another master key than the current one is put under it before anybody is answered. */
  static async opened(): Promise<OwnKeys> {
    const ring = await keptKeys(await masterKeys());
    const count = await ring.rewrap();
    if (count > 0) new Logger('keys').log(`${String(count)} keys were put under the current master key`);
    return new OwnKeys(ring);
  }

  /** After everything that may still ask for a key. */
  async onApplicationShutdown(): Promise<void> {
    await this.ring.close();
  }
}

/**
 * From the transit engine at `REDRESS_TRANSIT_URL`, which takes over from keys of a file or of the environment when there are
 * such; or from `REDRESS_MASTER_KEYS`, or else from the file that `REDRESS_MASTER_KEY_FILE` names, or else from
 * `<REDRESS_DATA>/master.key`, which is made when it is not there, nobody else keeps the keys and they are in SQLite.
 */
const masterKeys = async (): Promise<MasterKeys> => {
  const url = process.env['REDRESS_TRANSIT_URL'];
  if (url === undefined) return (await localKeys()) ?? (await newKeys());
  const transit = await TransitMasterKeys.opened({
    url,
    key: process.env['REDRESS_TRANSIT_KEY'] ?? 'redress',
    tokenFile: set('REDRESS_TRANSIT_TOKEN_FILE'),
  });
  const before = await localKeys();
  return before ? new TakenOver(transit, before) : transit;
};

const localKeys = async (): Promise<LocalMasterKeys | undefined> => {
  const given = process.env['REDRESS_MASTER_KEYS'];
  if (given !== undefined) return new LocalMasterKeys(given, 'REDRESS_MASTER_KEYS');
  const file = process.env['REDRESS_MASTER_KEY_FILE'];
  if (file !== undefined) return new LocalMasterKeys(await readFile(file, 'utf8'), file);
  const kept = await readKept(ownFile());
  return kept === undefined ? undefined : new LocalMasterKeys(kept, ownFile());
};

/** Only for keys beside it: of several copies each would make another one. */
const newKeys = async (): Promise<LocalMasterKeys> => {
  if (secretEngine() !== 'sqlite')
    throw new Error(
      'with REDRESS_KEYS=mongodb, REDRESS_MASTER_KEY_FILE, REDRESS_MASTER_KEYS or REDRESS_TRANSIT_URL is needed',
    );
  return new LocalMasterKeys(await keptText(ownFile(), newMasterKey), ownFile());
};

const ownFile = (): string => join(dataFolder(), 'master.key');

const set = (variable: string): string => {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is needed beside REDRESS_TRANSIT_URL`);
  return value;
};

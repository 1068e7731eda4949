import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalMasterKeys, newMasterKey } from './local-master-keys.js';
import { wrapsKeys } from './master-keys.conformance.js';
import { TakenOver } from './taken-over.js';
import { TOKEN, TransitExample } from './transit.examples.js';
import { TransitMasterKeys } from './transit-master-keys.js';

const folder = await mkdtemp(join(tmpdir(), 'redress-transit-'));
const tokenFile = join(folder, 'token');
const key = Buffer.from('a key of a person, 32 bytes long');

let engine: TransitExample;
beforeEach(async () => {
  await writeFile(tokenFile, `${TOKEN}\n`);
  engine = await TransitExample.listening();
});
afterEach(() => {
  engine.close();
});
afterAll(() => rm(folder, { recursive: true }));

const opened = (named = 'redress'): Promise<TransitMasterKeys> =>
  TransitMasterKeys.opened({ url: `${engine.url}/`, key: named, tokenFile });

describe('the transit engine', () => {
  wrapsKeys(opened, () => {
    engine.rotate();
    return opened();
  });

  it('is asked once for what is asked in one turn, for 250 at most', async () => {
    const masters = await opened();
    await Promise.all(Array.from({ length: 600 }, (_, index) => masters.wrap(key, String(index))));
    // They are under way at the same time.
    expect(engine.batches.toSorted((a, b) => b - a)).toEqual([250, 250, 100]);
  });

  it('says by what it wraps that it was rotated meanwhile', async () => {
    const masters = await opened();
    expect(masters.current).toBe('transit/redress:v1');
    engine.rotate();
    expect((await masters.wrap(key, 'one')).master).toBe('transit/redress:v2');
    expect(masters.current).toBe('transit/redress:v2');
  });

  it('is used with the token that is in the file now', async () => {
    const masters = await opened();
    await writeFile(tokenFile, 's.of-somebody-else');
    const refused = masters.wrap(key, 'one');
    await expect(refused).rejects.toThrow('answered 403');
    await expect(refused).rejects.not.toThrow('s.of-somebody-else');
    await writeFile(tokenFile, TOKEN);
    await expect(masters.wrap(key, 'one')).resolves.toBeDefined();
  });

  it('must have the key, and one that can be bound to something', async () => {
    await expect(opened('another')).rejects.toThrow('answered 404');
    engine.type = 'rsa-4096';
    await expect(opened()).rejects.toThrow('aes256-gcm96');
  });

  it('that is silent or gone is an error, and none that shows what was sent', async () => {
    const masters = await opened();
    engine.isSilent = true;
    const silent = masters.wrap(key, 'one').catch((error: unknown) => String(error));
    await expect(silent).resolves.toContain('imeout');
    engine.close();
    const gone = await masters.wrap(key, 'one').catch((error: unknown) => String(error));
    expect(gone).toContain('fetch failed');
    expect(gone).not.toContain(key.toString('base64'));
  }, 20_000);
});

describe('keys that the engine took over from a file', () => {
  it('unwraps what the file wrapped, and wraps nothing under it any more', async () => {
    const local = new LocalMasterKeys(newMasterKey(), 'here');
    const before = await local.wrap(key, 'one');
    const masters = new TakenOver(await opened(), local);
    expect(Buffer.from(await masters.unwrap(before, 'one'))).toEqual(key);
    const after = await masters.wrap(key, 'one');
    expect(after.master).toBe(masters.current);
    expect(Buffer.from(await masters.unwrap(after, 'one'))).toEqual(key);
    await expect(local.unwrap(after, 'one')).rejects.toThrow('is not there');
  });
});

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { MasterKeys, type Wrapped } from './master-keys.js';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const BYTES = 32;

/** A line for one more master key. */
export const newMasterKey = (): string =>
  `${randomBytes(8).toString('hex')} ${randomBytes(BYTES).toString('base64')}`;

/** Master keys that this process holds itself: a line each, its name and 256 bits in base64. The last one is current. */
export class LocalMasterKeys extends MasterKeys {
  readonly current: string;
  private readonly keys: ReadonlyMap<string, Buffer>;

  /** @throws Error when there is none, or one is not as it should be; without quoting it. */
  constructor(lines: string, where: string) {
    super();
    const keys = lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line, index) => {
        const [, name, key] = /^([\w.-]{1,40}) ([A-Za-z0-9+/]{43}=)$/.exec(line.trim()) ?? [];
        if (name === undefined || key === undefined)
          throw new Error(
            `${where}: line ${String(index + 1)} is no master key: a name, a space and 32 bytes in base64`,
          );
        return [name, Buffer.from(key, 'base64')] as const;
      });
    this.keys = new Map(keys);
    const last = keys.at(-1);
    if (!last) throw new Error(`${where} holds no master key`);
    if (this.keys.size < keys.length) throw new Error(`${where} holds two master keys of one name`);
    [this.current] = last;
  }

  override wrap(key: Uint8Array, boundTo: string): Promise<Wrapped> {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.keyOf(this.current), nonce).setAAD(Buffer.from(boundTo));
    const body = [cipher.update(key), cipher.final()];
    const bytes = Buffer.concat([nonce, ...body, cipher.getAuthTag()]);
    return Promise.resolve({ master: this.current, bytes });
  }

  override unwrap({ master, bytes }: Wrapped, boundTo: string): Promise<Uint8Array> {
    return new Promise((resolve) => {
      const end = bytes.length - TAG;
      const decipher = createDecipheriv(CIPHER, this.keyOf(master), bytes.subarray(0, NONCE), {
        authTagLength: TAG,
      });
      decipher.setAAD(Buffer.from(boundTo)).setAuthTag(bytes.subarray(end));
      resolve(Buffer.concat([decipher.update(bytes.subarray(NONCE, end)), decipher.final()]));
    });
  }

  private keyOf(name: string): Buffer {
    const key = this.keys.get(name);
    if (!key) throw new Error(`the master key ${name} is not there`);
    return key;
  }
}

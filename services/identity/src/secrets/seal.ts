import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const [NONCE, TAG] = [12, 16];
const LEAST_CHARACTERS = 32;

/** Locks up what has to be read again, and so cannot be kept as a hash. The key lies elsewhere. */
export class Seal {
  private readonly key: Uint8Array;
  private readonly drawing: Uint8Array;

  /** @throws Error when the secret is too short to be one. */
  constructor(secret: string) {
    if (secret.length < LEAST_CHARACTERS)
      throw new Error(`REDRESS_IDENTITY_KEY must have at least ${String(LEAST_CHARACTERS)} characters`);
    const derived = (what: string) => new Uint8Array(hkdfSync('sha256', secret, '', what, 32));
    this.key = derived('redress identity seal');
    this.drawing = derived('redress identity drawing');
  }

  /** 256 bits, the same for the same text, which without the key nobody else can draw. */
  drawn(text: string): Buffer {
    return createHmac('sha256', this.drawing).update(text).digest();
  }

  sealed(text: string): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** @throws Error when it was sealed with another key, or changed since. */
  opened(sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const decipher = createDecipheriv(ALGORITHM, this.key, bytes.subarray(0, NONCE));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }
}

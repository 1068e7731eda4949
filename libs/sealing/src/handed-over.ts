import {
  createCipheriv,
  createDecipheriv,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Bytes that only one receiver can read, and a public key that was made for this alone; both in base64. */
export type HandedOver = { readonly from: string; readonly bytes: string };

/** Who is to receive something: whoever listens on the way learns nothing. */
export class Receiver {
  private readonly pair = generateKeyPairSync('x25519');
  /** To be sent with the request, in base64. */
  readonly address = spelt(this.pair.publicKey);

  /** @throws Error when it was made for somebody else, or changed. */
  receive({ from, bytes: text }: HandedOver): Buffer {
    const bytes = Buffer.from(text, 'base64');
    const end = bytes.length - TAG;
    const key = agreed(this.pair.privateKey, read(from), from, this.address);
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(end));
    return Buffer.concat([decipher.update(bytes.subarray(NONCE, end)), decipher.final()]);
  }
}

/** @throws Error when the address is none. */
export const handedOver = (address: string, bytes: Uint8Array): HandedOver => {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const from = spelt(publicKey);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, agreed(privateKey, read(address), from, address), nonce);
  const body = [cipher.update(bytes), cipher.final()];
  return { from, bytes: Buffer.concat([nonce, ...body, cipher.getAuthTag()]).toString('base64') };
};

const agreed = (privateKey: KeyObject, publicKey: KeyObject, from: string, to: string): Uint8Array =>
  new Uint8Array(
    hkdfSync('sha256', diffieHellman({ privateKey, publicKey }), `${from} ${to}`, 'redress keys 1', 32),
  );

const spelt = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64');

const read = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), type: 'spki', format: 'der' });

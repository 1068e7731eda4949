import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { type CBORType, encodeCBOR } from '@levischuck/tiny-cbor';

// An authenticator and the browser before it, in software: what WebAuthn has them do, and on demand what it forbids.

type Options = {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
};

/** What is not as it should be. */
export type Odd = {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  readonly type?: string;
  readonly crossOrigin?: boolean;
  readonly isVerified?: boolean;
  readonly isPresent?: boolean;
  readonly counter?: number;
  readonly credentialId?: string;
  readonly userHandle?: string;
  readonly statement?: Map<string, CBORType>;
  readonly format?: string;
};

const [PRESENT, VERIFIED, HAS_CREDENTIAL] = [0x01, 0x04, 0x40];
const NO_AAGUID = Buffer.alloc(16);

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const base64url = (data: Uint8Array): string => Buffer.from(data).toString('base64url');

export class Authenticator {
  readonly credentialId = base64url(randomBytes(32));
  private readonly privateKey: KeyObject;
  private readonly coseKey: Uint8Array;
  private userHandle = '';

  /** `counter` is the last that it used; one of 0 counts nothing. */
  constructor(
    private readonly origin: string,
    private counter = 0,
  ) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.privateKey = privateKey;
    this.coseKey = encodeCBOR(
      new Map<number, CBORType>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    );
  }

  /** `navigator.credentials.create`, and `toJSON` of what comes of it. */
  makes(options: Options, odd: Odd = {}): object {
    this.userHandle ||= options.user?.id ?? '';
    const clientData = this.clientData('webauthn.create', options, odd);
    const id = Buffer.from(this.credentialId, 'base64url');
    const length = Buffer.from([0, id.length]);
    const credential = Buffer.concat([NO_AAGUID, length, id, this.coseKey]);
    const data = this.authenticatorData(options.rp?.id ?? '', odd, credential);
    const attestation = new Map<string, CBORType>([
      ['fmt', odd.format ?? 'none'],
      ['attStmt', (odd.statement ?? new Map()) as CBORType],
      ['authData', new Uint8Array(data)],
    ]);
    const response = {
      clientDataJSON: base64url(clientData),
      attestationObject: base64url(encodeCBOR(attestation)),
      authenticatorData: base64url(data),
      publicKeyAlgorithm: -7,
      transports: ['internal'],
    };
    return this.credential(response, odd);
  }

  /** `navigator.credentials.get`. */
  signs(options: Options, odd: Odd = {}): object {
    const clientData = this.clientData('webauthn.get', options, odd);
    if (this.counter > 0) this.counter += 1;
    const data = this.authenticatorData(options.rpId ?? '', odd);
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.privateKey);
    const response = {
      clientDataJSON: base64url(clientData),
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: odd.userHandle ?? this.userHandle,
    };
    return this.credential(response, odd);
  }

  private credential(response: object, { credentialId: id = this.credentialId }: Odd): object {
    const more = { type: 'public-key', authenticatorAttachment: 'platform', clientExtensionResults: {} };
    return { id, rawId: id, ...more, response };
  }

  private clientData(usual: string, options: Options, odd: Odd): Buffer {
    const { type = usual, challenge = options.challenge, origin = this.origin, crossOrigin = false } = odd;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin }));
  }

  private authenticatorData(usual: string, odd: Odd, credential = Buffer.alloc(0)): Buffer {
    const { rpId = usual, isPresent = true, isVerified = true, counter = this.counter } = odd;
    const present = isPresent ? PRESENT : 0;
    const verified = isVerified ? VERIFIED : 0;
    const has = credential.length > 0 ? HAS_CREDENTIAL : 0;
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([present | verified | has]), counted, credential]);
  }
}

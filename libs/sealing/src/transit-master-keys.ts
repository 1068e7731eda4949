import { readFile } from 'node:fs/promises';
import { gathered } from './gathered.js';
import { MasterKeys, type Wrapped } from './master-keys.js';

const AT_ONCE = 250;
const PATIENCE_MS = 5_000;

/** Where the keys are, under which name, and the file with the token, which is read at each request: whoever renews it may. */
export type Transit = { readonly url: string; readonly key: string; readonly tokenFile: string };

type Sent = { readonly plaintext?: string; readonly ciphertext?: string; readonly associated_data: string };
type Got = {
  readonly error?: string;
  readonly ciphertext?: string;
  readonly key_version?: number;
  readonly plaintext?: string;
};

/**
 * Master keys that never leave the transit engine of OpenBao or HashiCorp Vault: it wraps and unwraps, and no key of a person
 * can be read without it. What is asked in one turn goes out as one request of 250 at most. Needs a key of a kind that
 * authenticates what it is bound to (`aes256-gcm96`), and a token with `update` on `encrypt` and `decrypt` and `read` on `keys`.
 */
export class TransitMasterKeys extends MasterKeys {
  private readonly encrypt = gathered((items: readonly Sent[]) => this.sent('encrypt', items), AT_ONCE);
  private readonly decrypt = gathered((items: readonly Sent[]) => this.sent('decrypt', items), AT_ONCE);

  private constructor(
    private readonly transit: Transit,
    private version: number,
  ) {
    super();
  }

  /** @throws Error when it cannot be asked, or has no key of that name that can be bound to something. */
  static async opened(transit: Transit): Promise<TransitMasterKeys> {
    const { data } = (await asked(transit, `keys/${transit.key}`)) as {
      data?: { type?: string; latest_version?: number };
    };
    if (!data?.latest_version || !BINDING.has(data.type ?? ''))
      throw new Error(`${transit.key}: a key of ${[...BINDING].join(', ')} is needed`);
    return new TransitMasterKeys(transit, data.latest_version);
  }

  /** `transit/<key>:v<version>`; of the newest version that this process has heard of. */
  get current(): string {
    return this.named(this.version);
  }

  override async wrap(key: Uint8Array, boundTo: string): Promise<Wrapped> {
    const { ciphertext, key_version } = await this.encrypt({
      plaintext: inBase64(key),
      associated_data: inBase64(Buffer.from(boundTo)),
    });
    if (!ciphertext) throw new Error('the transit engine wrapped nothing');
    const version = key_version ?? Number(/^\w+:v(\d+):/.exec(ciphertext)?.[1]);
    this.version = Math.max(this.version, version);
    return { master: this.named(version), bytes: Buffer.from(ciphertext) };
  }

  override async unwrap({ bytes }: Wrapped, boundTo: string): Promise<Uint8Array> {
    const { plaintext } = await this.decrypt({
      ciphertext: Buffer.from(bytes).toString(),
      associated_data: inBase64(Buffer.from(boundTo)),
    });
    if (!plaintext) throw new Error('the transit engine unwrapped nothing');
    return Buffer.from(plaintext, 'base64');
  }

  /** Whether it wrapped this, and can unwrap it. */
  wrapped({ master }: Wrapped): boolean {
    return master.startsWith(`transit/${this.transit.key}:v`);
  }

  private named(version: number): string {
    return `transit/${this.transit.key}:v${String(version)}`;
  }

  private async sent(act: 'encrypt' | 'decrypt', items: readonly Sent[]): Promise<readonly (Got | Error)[]> {
    const { data } = (await asked(this.transit, `${act}/${this.transit.key}`, { batch_input: items })) as {
      data?: { batch_results?: readonly Got[] };
    };
    const results = data?.batch_results ?? [];
    if (results.length !== items.length)
      throw new Error(
        `the transit engine answered ${String(results.length)} of ${String(items.length)} to ${act}`,
      );
    return results.map((got) =>
      got.error ? new Error(`the transit engine does not ${act}: ${got.error}`) : got,
    );
  }
}

const BINDING: ReadonlySet<string> = new Set(['aes256-gcm96', 'aes128-gcm96', 'chacha20-poly1305']);

const inBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A batch of which single items failed is answered with 400 and the results of all. Nothing that was sent is in an error. */
const asked = async ({ url, tokenFile }: Transit, path: string, body?: object): Promise<unknown> => {
  const response = await fetch(`${url.replace(/(?<!\/)\/+$/, '')}/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'X-Vault-Token': (await readFile(tokenFile, 'utf8')).trim(),
      'Content-Type': 'application/json',
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer: unknown = await response.json().catch(() => undefined);
  const isBatch =
    (answer as { data?: { batch_results?: unknown } } | undefined)?.data?.batch_results !== undefined;
  if (!response.ok && !isBatch)
    throw new Error(`the transit engine answered ${String(response.status)} to ${path}`);
  return answer;
};

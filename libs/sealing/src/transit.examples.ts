import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { LocalMasterKeys, newMasterKey } from './local-master-keys.js';

export const TOKEN = 's.a-token-of-the-spec';

type Item = { plaintext?: string; ciphertext?: string; associated_data?: string };

/** A transit engine as far as its public description goes: versions, batches, what is bound, and errors of single items. */
export class TransitExample {
  type = 'aes256-gcm96';
  /** How many requests came, of how many items. */
  readonly batches: number[] = [];
  /** Set, and it takes what it is sent and says nothing. */
  isSilent = false;
  private readonly lines = [newMasterKey()];
  private readonly server = createServer((request, response) => {
    const [, act = ''] = /^\/v1\/transit\/(keys|encrypt|decrypt)\/redress$/.exec(request.url ?? '') ?? [];
    void json(request)
      .catch(() => undefined)
      .then(async (body) => {
        if (this.isSilent) return;
        const isKnown = request.headers['x-vault-token'] === TOKEN;
        const [status, answer] = isKnown
          ? await this.answered(act, body)
          : [403, { errors: ['permission denied'] }];
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
      });
  });

  static async listening(): Promise<TransitExample> {
    const transit = new TransitExample();
    transit.server.listen(0, '127.0.0.1');
    await once(transit.server, 'listening');
    return transit;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}/v1/transit`;
  }

  rotate(): void {
    this.lines.push(newMasterKey());
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answered(act: string, body: unknown): Promise<[number, object]> {
    if (act === '') return [404, { errors: [] }];
    if (act === 'keys') return [200, { data: { type: this.type, latest_version: this.lines.length } }];
    const items = (body as { batch_input: readonly Item[] }).batch_input;
    this.batches.push(items.length);
    const results = await Promise.all(
      items.map((item) =>
        (act === 'encrypt' ? this.wrapped(item) : this.unwrapped(item)).catch(() => ({
          error: 'cipher: message authentication failed',
        })),
      ),
    );
    return [results.some((one) => 'error' in one) ? 400 : 200, { data: { batch_results: results } }];
  }

  private async wrapped({ plaintext = '', associated_data = '' }: Item): Promise<object> {
    const key = Buffer.from(plaintext, 'base64');
    const { bytes } = await new LocalMasterKeys(this.lines.join('\n'), 'here').wrap(key, associated_data);
    const key_version = this.lines.length;
    return {
      ciphertext: `vault:v${String(key_version)}:${Buffer.from(bytes).toString('base64')}`,
      key_version,
    };
  }

  private async unwrapped({ ciphertext = '', associated_data = '' }: Item): Promise<object> {
    const [, version, text = ''] = /^vault:v(\d+):(.*)$/.exec(ciphertext) ?? [];
    const line = this.lines[Number(version) - 1] ?? '';
    const wrapped = { master: line.split(' ')[0] ?? '', bytes: Buffer.from(text, 'base64') };
    const key = await new LocalMasterKeys(line, 'here').unwrap(wrapped, associated_data);
    return { plaintext: Buffer.from(key).toString('base64') };
  }
}

import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';
import { freePort } from '@redress/messaging/nats-server.testing';

/** What becomes of a request: answered with a status alone, cut off in the middle of its bytes, given other bytes, or nothing at all. */
export type Fault = number | 'cut' | 'changed' | 'silent';

/** A bucket `evidence` on s3rver; what lies before it fails when it is told to. */
export class S3Double {
  /** Of a request, `GET /evidence/files/ab/…`. */
  fault: (asked: string) => Fault | undefined = () => undefined;
  private readonly proxy: Server;

  private constructor(
    private readonly server: S3rver,
    private readonly port: number,
    private readonly folder: string,
  ) {
    this.proxy = createServer((asked, answer) => {
      this.pass(asked, answer);
    });
  }

  static async start(): Promise<S3Double> {
    const [folder, port] = [mkdtempSync(join(tmpdir(), 'redress-s3-')), await freePort()];
    const server = new S3rver({
      port,
      address: '127.0.0.1',
      silent: true,
      // It signs the address of a bucket otherwise than the client of AWS does.
      allowMismatchedSignatures: true,
      directory: folder,
      configureBuckets: [{ name: 'evidence', configs: [] }],
    });
    await server.run();
    const double = new S3Double(server, port, folder);
    double.proxy.listen(0, '127.0.0.1');
    await once(double.proxy, 'listening');
    return double;
  }

  urlOf(bucket = 'evidence'): string {
    const { port } = this.proxy.address() as AddressInfo;
    return `http://S3RVER:S3RVER@127.0.0.1:${String(port)}/${bucket}`;
  }

  async stop(): Promise<void> {
    this.proxy.close();
    this.proxy.closeAllConnections();
    await this.server.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { method, url: path, headers } = asked;
    const fault = this.fault(`${method ?? ''} ${decodeURIComponent(path ?? '')}`);
    if (fault === 'silent') return;
    if (typeof fault === 'number') {
      asked.resume();
      answer.writeHead(fault).end();
      return;
    }
    const passed = request({ host: '127.0.0.1', port: this.port, method, path, headers }, (given) => {
      answer.writeHead(given.statusCode ?? 500, given.headers);
      if (fault === undefined) given.pipe(answer);
      else
        given.once('data', (chunk: Buffer) => {
          meddle(fault, chunk, given, answer);
        });
    });
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  }
}

const meddle = (
  fault: 'cut' | 'changed',
  chunk: Buffer,
  given: IncomingMessage,
  answer: ServerResponse,
): void => {
  if (fault === 'cut') {
    answer.write(chunk.subarray(0, chunk.length >> 1), () => answer.destroy());
    return;
  }
  answer.write(Buffer.concat([Buffer.from([chunk.readUInt8(0) ^ 1]), chunk.subarray(1)]));
  given.pipe(answer);
};

import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { EvidenceFault } from '../faults.js';
import type { BucketSettings } from './bucket-settings.js';

/** Larger files are sent in parts of this size; the least that S3 allows is 5 MiB. */
const PART_BYTES = 8 * 1024 * 1024;

/** The second is for how long nothing may come or go, in the middle of a file as well. */
const PATIENCE = { connectionTimeout: 4_000, socketTimeout: 30_000 };

/** The objects in one bucket under one prefix. Keys are told without the prefix. */
export class Bucket {
  private readonly client: S3Client;

  constructor(
    private readonly settings: BucketSettings,
    patience: typeof PATIENCE = PATIENCE,
  ) {
    const { endpoint, region, credentials } = settings;
    this.client = new S3Client({
      endpoint,
      region,
      forcePathStyle: true,
      maxAttempts: 3,
      requestHandler: patience,
      // What arrived is checked by its SHA-256; not every server knows the checksums of this one.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(credentials && { credentials }),
    });
  }

  async check(): Promise<void> {
    await this.ask(() => this.client.send(new HeadBucketCommand({ Bucket: this.settings.bucket })));
  }

  async putEmpty(key: string): Promise<void> {
    await this.ask(() =>
      this.client.send(new PutObjectCommand({ ...this.at(key), Body: '', ContentLength: 0 })),
    );
  }

  /** The bytes of a file, all or none. */
  async put(key: string, path: string, size: number): Promise<void> {
    const file = await open(path);
    try {
      if (size > PART_BYTES) await this.ask(() => this.putInParts(key, file, size));
      else {
        const Body = await file.readFile();
        await this.ask(() =>
          this.client.send(new PutObjectCommand({ ...this.at(key), Body, ContentLength: size })),
        );
      }
    } finally {
      await file.close();
    }
  }

  async get(key: string): Promise<{ readonly bytes: Readable; readonly size: number } | undefined> {
    const found = await this.unlessAbsent(() => this.client.send(new GetObjectCommand(this.at(key))));
    if (!found?.Body) return undefined;
    return { bytes: found.Body as Readable, size: found.ContentLength ?? 0 };
  }

  /** False when there is nothing to copy. */
  async copy(from: string, to: string): Promise<boolean> {
    const { bucket, prefix } = this.settings;
    const CopySource = encodeURI(`${bucket}/${prefix}${from}`);
    const copied = await this.unlessAbsent(() =>
      this.client.send(new CopyObjectCommand({ ...this.at(to), CopySource })),
    );
    return copied !== undefined;
  }

  async delete(key: string): Promise<void> {
    await this.ask(() => this.client.send(new DeleteObjectCommand(this.at(key))));
  }

  /** In the order of their names. */
  async *keys(beginning: string): AsyncGenerator<{ readonly key: string; readonly size: number }> {
    const { bucket: Bucket, prefix } = this.settings;
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket, Prefix: `${prefix}${beginning}` });
    for (;;) {
      const page = await this.ask(() => pages.next());
      if (page.done) return;
      // What is no list, as a page of a proxy, must not be taken for an empty one.
      if (page.value.Name === undefined && page.value.MaxKeys === undefined)
        throw new EvidenceFault(`the bucket ${Bucket} cannot be used: it answers with no list`);
      for (const { Key = '', Size = 0 } of page.value.Contents ?? [])
        yield { key: Key.slice(prefix.length), size: Size };
    }
  }

  private async putInParts(key: string, file: Awaited<ReturnType<typeof open>>, size: number): Promise<void> {
    const { UploadId } = await this.client.send(new CreateMultipartUploadCommand(this.at(key)));
    const upload = { ...this.at(key), UploadId };
    try {
      const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
      for (let position = 0; position < size; position += PART_BYTES) {
        const Body = Buffer.alloc(Math.min(PART_BYTES, size - position));
        await file.read(Body, 0, Body.length, position);
        const PartNumber = Parts.length + 1;
        const { ETag } = await this.client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
        Parts.push({ PartNumber, ETag });
      }
      await this.client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    } catch (error) {
      // What is left of it costs room until then.
      await this.client.send(new AbortMultipartUploadCommand(upload)).catch(() => undefined);
      throw error;
    }
  }

  private at(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.bucket, Key: `${this.settings.prefix}${key}` };
  }

  private async unlessAbsent<Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> {
    return this.ask(() =>
      act().catch((error: unknown) => {
        if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return undefined;
        throw error;
      }),
    );
  }

  /** @throws EvidenceFault in words without what the server quotes */
  private async ask<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    try {
      return await act();
    } catch (error) {
      throw new EvidenceFault(`the bucket ${this.settings.bucket} cannot be used: ${whyOf(error)}`, {
        cause: error,
      });
    }
  }
}

/** What an operator can do something about, by status or code; the answers to some questions have no body that names it. */
const REASONS: Readonly<Record<string, string>> = {
  301: 'it is in another region',
  400: 'the request was not understood',
  401: 'the key is not known there',
  403: 'the key may not do that',
  404: 'it is not there',
  429: 'it is asked too often',
  500: 'it has failed',
  502: 'it has failed',
  503: 'it is overloaded or away',
  507: 'it is full',
  ECONNREFUSED: 'nobody answers at that address',
  ECONNRESET: 'the connection was cut off',
  ENOTFOUND: 'nobody has that name',
  EAI_AGAIN: 'nobody has that name',
};

const whyOf = (error: unknown): string => {
  const { name, code } = error instanceof Error ? (error as NodeJS.ErrnoException) : { name: 'failed' };
  const said = /^\w+$/.test(name) && name !== 'Error' ? name : (code ?? 'failed');
  const reason = REASONS[statusOf(error) ?? ''] ?? REASONS[code ?? ''];
  return reason === undefined ? said : `${reason} (${said})`;
};

const statusOf = (error: unknown): number | undefined =>
  (error as { readonly $metadata?: { readonly httpStatusCode?: number } }).$metadata?.httpStatusCode;

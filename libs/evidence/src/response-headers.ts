import { create } from 'content-disposition';
import type { StoredFile } from './evidence-files.js';
import { KINDS } from './kinds.js';

/**
 * What a stored file is served with: it is saved, never shown within the site; no browser takes it for another type,
 * runs anything in it or keeps it where others see it; each use asks again whether it is still allowed.
 */
export const responseHeaders = (
  { sha256, size, kind }: StoredFile,
  name: string,
): Readonly<Record<string, string>> => ({
  'content-type': KINDS[kind].mediaType,
  'content-length': String(size),
  'content-disposition': create(name),
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'private, no-cache',
  etag: `"${sha256}"`,
});

import type { IncomingMessage } from 'node:http';
import { expect, it } from '@jest/globals';
import { tooLongAHead } from './head-size.js';

const head = (url: string, headers: number): IncomingMessage =>
  ({ url, rawHeaders: Array<string>(2 * headers).fill('x') }) as unknown as IncomingMessage;

it('refuses an address and headers beyond what anything needs, and nothing below', () => {
  expect(tooLongAHead(head('x'.repeat(8_192), 100))).toBeUndefined();
  const [address, headers] = [tooLongAHead(head('x'.repeat(8_193), 1)), tooLongAHead(head('/', 101))];
  expect([address?.type, address?.getStatus()]).toEqual(['address-too-long', 414]);
  expect([headers?.type, headers?.getStatus()]).toEqual(['too-many-headers', 431]);
});

import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { text } from '@redress/evidence/bytes.examples';
import { pdf, photograph } from '@redress/evidence/examine/samples.examples';
import sharp from 'sharp';
import { WholeSystem } from './cli/whole-system.js';
import { Staff } from './staff.js';

// Somebody shows, without a name, what they complain of; and somebody with a name is erased, files and all.

let system: WholeSystem;
let staff: Staff<'office' | 'second' | 'unit' | 'signer'>;

beforeAll(async () => {
  system = await WholeSystem.start();
  const roles = { office: 'office', second: 'office', unit: 'unit', signer: 'unit' } as const;
  staff = await Staff.hired(system.call, system.operatorToken, roles);
});
afterAll(() => system.stop());

type Sent = { readonly opinionId: string; readonly receipt: string };
const opinion = { channel: 'web-form', title: '屋顶漏水', text: '走廊天花板在滴水。' };
const sent = async (): Promise<Sent> =>
  (await system.call('POST', '/api/opinions', { body: opinion })).body as unknown as Sent;

const attaches = async (receipt: string, bytes: Buffer, entryId: string = randomUUID()) => {
  const response = await fetch(`${system.url}/api/receipts/${receipt}/attachments/${entryId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  });
  const body = (await response.json()) as { readonly type?: string };
  return { entryId, status: response.status, type: body.type?.replace('/problems/', '') };
};
const bytesAt = async (path: string, token?: string): Promise<Response> =>
  fetch(`${system.url}/api${path}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});

const filesWith = (marks: readonly string[]): readonly string[] =>
  readdirSync(system.data, { recursive: true, encoding: 'utf8' })
    .map((name) => join(system.data, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile())
    .filter((file) => marks.some((mark) => readFileSync(file).includes(mark)));

describe('a photograph that is added without a name', () => {
  let to: Sent;
  let entryId = '';

  it('is shown under the receipt and to the office, without a name and without its place', async () => {
    to = await sent();
    const photo = await photograph('jpeg', 6);
    expect((await sharp(photo).metadata()).exif?.toString('latin1')).toContain('Telephone');
    const added = await attaches(to.receipt, photo);
    expect(added.status).toBe(200);
    ({ entryId } = added);

    const { body: view } = await system.call('GET', `/api/receipts/${to.receipt}`);
    expect(view).toMatchObject({ attached: [{ entryId, type: 'image/jpeg' }] });
    expect(JSON.stringify(view['attached'])).toMatch(/"happenedAt":"[0-9-]+T\d\d:00:00\.000Z"/);
    const { body: row } = await staff.as('office', 'GET', `/opinions/${to.opinionId}`);
    expect(row['attached']).toMatchObject({ [entryId]: { type: 'image/jpeg' } });

    for (const [path, token] of [
      [`/receipts/${to.receipt}/attachments/${entryId}`, undefined],
      [`/opinions/${to.opinionId}/attachments/${entryId}`, staff.tokenOf('office')],
    ] as const) {
      const answer = await bytesAt(path, token);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const metadata = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect([metadata.exif, metadata.width, metadata.height]).toEqual([undefined, 20, 40]);
    }
    expect(filesWith(['Telephone', 'flat of A. N. Other'])).toEqual([]);
  });

  it('is there for nobody else', async () => {
    const wrong = to.receipt.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await bytesAt(`/receipts/${wrong}/attachments/${entryId}`)).status).toBe(404);
    expect((await attaches(wrong, await photograph())).status).toBe(404);
    const path = `/opinions/${to.opinionId}/attachments/${entryId}`;
    expect((await bytesAt(path, staff.tokenOf('unit'))).status).toBe(404);
    expect((await bytesAt(path)).status).toBe(401);
    const other = `/opinions/${(await sent()).opinionId}/attachments/${entryId}`;
    expect((await bytesAt(other, staff.tokenOf('office'))).status).toBe(404);
  });

  it('comes once, however often it is sent; another under its id does not', async () => {
    const again = await attaches(to.receipt, await photograph('jpeg', 6), entryId);
    expect(again.status).toBe(200);
    expect(await attaches(to.receipt, await photograph('png'), entryId)).toMatchObject({
      status: 409,
      type: 'entry-id-is-taken',
    });
    const { body: view } = await system.call('GET', `/api/receipts/${to.receipt}`);
    expect(view['attached']).toHaveLength(1);
  });

  it('may be followed by four more, and by nothing that carries who made it', async () => {
    expect(await attaches(to.receipt, pdf())).toMatchObject({ status: 422, type: 'type-not-allowed' });
    for (const n of [2, 3, 4, 5])
      expect((await attaches(to.receipt, text(`On day ${String(n)} as well.`))).status).toBe(200);
    expect(await attaches(to.receipt, text('And today.'))).toMatchObject({
      status: 409,
      type: 'too-many-attachments',
    });
  });
});

it('is nobody’s any more when who signed is erased', async () => {
  const { body } = await staff.as('signer', 'POST', '/opinions', { ...opinion, signed: true });
  const { receipt, opinionId } = body as unknown as Sent;
  const { entryId } = await attaches(receipt, await photograph('webp'));
  const path = `/opinions/${opinionId}/attachments/${entryId}`;
  expect((await bytesAt(path, staff.tokenOf('office'))).status).toBe(200);
  const person = `/people/${staff.personOf('signer')}`;
  await staff.as('office', 'PUT', `${person}/erasure`, { ground: 'asked-for', reason: 'asked in writing' });
  await staff.as('second', 'DELETE', `${person}/personal-data`);
  const done = await staff.as('office', 'GET', `${person}/erasure`);
  expect(done.status).toBe(200);
  for (let complete = false; !complete;)
    complete = (await staff.as('office', 'GET', `${person}/erasure`)).body['complete'] === true;
  expect((await bytesAt(path, staff.tokenOf('office'))).status).toBe(404);
  const { body: view } = await system.call('GET', `/api/receipts/${receipt}`);
  expect(view['attached']).toEqual([]);
});

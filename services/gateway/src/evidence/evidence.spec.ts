import { statSync, utimesSync } from 'node:fs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { attachedFile, attachFile } from '@redress/contracts/rectification/evidence.examples';
import { assigned, taskId } from '@redress/contracts/rectification/task.examples';
import { arriving, sha256Of } from '@redress/evidence/bytes.examples';
import { photograph } from '@redress/evidence/examine/samples.examples';
import type { Sha256 } from '@redress/contracts/values';
import { gatewayWith, type Who } from './gateway.examples.js';
import { LONG_AGO, placeOf } from './stored.examples.js';

const gateway = gatewayWith({});
const bytes = await photograph();
const { note, entryId } = attachFile;
const attachment = `/tasks/${taskId}/evidence/${entryId}`;
const unknown = 'f'.repeat(64) as Sha256;
const sentTo = (subject: string): readonly unknown[] =>
  gateway()
    .rectification.asked.filter((asked) => asked.subject === subject)
    .map(({ body }) => JSON.parse(JSON.stringify(body)) as unknown);

let sha256: Sha256;
let size: number;

beforeEach(async () => {
  const { evidence, rectification } = gateway();
  ({ sha256, size } = await evidence.files.put(arriving(bytes), 'jpeg'));
  rectification.asked.length = 0;
  rectification.answer = () => ({ revision: 3, position: '7' });
});

it('a note alone goes to rectification as it is, from whoever says it', async () => {
  expect(await gateway().json('auditor', 'PUT', attachment, { note })).toMatchObject([200, { revision: 3 }]);
  expect(sentTo('rectification.attach-evidence')).toEqual([{ taskId, entryId, note }]);
  for (const wrong of [{}, { note, unit: 'x' }, { note, sha256 }, { note, file: null }])
    expect(await gateway().json('lead', 'PUT', attachment, wrong)).toEqual([400, 'malformed']);
  gateway().rectification.answer = () => ({ rejected: 'not-planned-yet' });
  expect(await gateway().json('lead', 'PUT', attachment, { note })).toEqual([409, 'not-planned-yet']);
});

describe('a file becomes evidence', () => {
  it('with the type and the size that it has, and a name that can be shown', async () => {
    const file = { sha256, name: '../gpj.floor.JPG' };
    const [status, written] = await gateway().json('lead', 'PUT', attachment, { note, file });
    expect([status, written]).toEqual([200, { revision: 3, position: '7' }]);
    expect(sentTo('rectification.attach-evidence')).toEqual([
      { taskId, entryId, note, file: { sha256, name: 'gpj.floor.jpg', type: 'image/jpeg', size } },
    ]);
  });

  it('but not under a name that overrides the direction of its letters, to look like another', async () => {
    const file = { sha256, name: '\u202egpj.floor.JPG' };
    expect(await gateway().json('lead', 'PUT', attachment, { note, file })).toEqual([400, 'malformed']);
    expect(sentTo('rectification.attach-evidence')).toEqual([]);
  });

  it('and is young again before rectification hears of it, so that nobody collects it meanwhile', async () => {
    const { evidence, rectification } = gateway();
    const path = placeOf(evidence, sha256, 'jpg');
    utimesSync(path, LONG_AGO, LONG_AGO);
    const began = Date.now();
    const heardAt: number[] = [];
    rectification.answer = () => {
      heardAt.push(statSync(path).mtimeMs);
      return { revision: 3, position: '7' };
    };
    await gateway().json('lead', 'PUT', attachment, { note, file: { sha256, name: 'a.jpg' } });
    expect(heardAt).toHaveLength(1);
    expect(heardAt[0]).toBeGreaterThanOrEqual(began - 1);
  });

  it.each(['lead', 'officer'] as const)('unless it is not stored: %s is told', async (who) => {
    const file = { sha256: unknown, name: 'a.jpg' };
    expect(await gateway().json(who, 'PUT', attachment, { note, file })).toEqual([422, 'no-such-file']);
    expect(gateway().rectification.asked).toEqual([]);
  });

  it.each<[Who, object, number, string]>([
    ['auditor', { name: 'a.jpg' }, 403, 'may-not-send-files'],
    ['lead', { name: 'a.jpg', type: 'text/html' }, 400, 'malformed'],
    ['lead', { name: 'a.jpg', size: 1 }, 400, 'malformed'],
    ['lead', { name: '' }, 400, 'malformed'],
  ])('unless %s says %j', async (who, more, status, reason) => {
    const file = { sha256, ...more };
    expect(await gateway().json(who, 'PUT', attachment, { note, file })).toEqual([status, reason]);
    expect(gateway().rectification.asked).toEqual([]);
  });
});

describe('the bytes of evidence', () => {
  const at = (hash: string): string => `/evidence/${hash}?task=${taskId}`;
  const taskNaming = (hash: string) => ({
    ...assigned.data,
    evidence: {
      first: { note: 'A note', sha256: unknown },
      [entryId]: { ...attachedFile.data, sha256: hash, file: { ...attachFile.file, sha256: hash } },
    },
  });

  it('are for whoever may read the task, to be saved and not to be shown', async () => {
    gateway().rectification.answer = () => taskNaming(sha256);
    const answer = await gateway().call('stranger', 'GET', at(sha256));
    expect(answer.status).toBe(200);
    expect(sha256Of(answer.body)).toBe(sha256);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-length': String(size),
      'content-disposition': 'attachment; filename=floor.jpg',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-cache',
      etag: `"${sha256}"`,
    });
    expect(gateway().rectification.asked).toMatchObject([
      { subject: 'rectification.read-task', body: { taskId }, actor: { role: 'unit' } },
    ]);
  });

  it('are not sent again to who has them, but still only to who may have them', async () => {
    const again = { 'if-none-match': `"${sha256}"` };
    gateway().rectification.answer = () => taskNaming(sha256);
    const answer = await gateway().call('lead', 'GET', at(sha256), undefined, again);
    expect([answer.status, answer.body.length]).toEqual([304, 0]);
    gateway().rectification.answer = () => ({ rejected: 'not-found' });
    expect((await gateway().call('lead', 'GET', at(sha256), undefined, again)).status).toBe(404);
  });

  it('are not found when the task may not be read, or has no such file', async () => {
    gateway().rectification.answer = () => ({ rejected: 'not-found' });
    expect(await gateway().json('stranger', 'GET', at(sha256))).toEqual([404, 'not-found']);
    gateway().rectification.answer = () => taskNaming('e'.repeat(64));
    for (const hash of [sha256, unknown])
      expect(await gateway().json('officer', 'GET', at(hash))).toEqual([404, 'not-found']);
    expect(await gateway().json('officer', 'GET', `/evidence/${sha256}`)).toEqual([400, 'malformed']);
  });

  it('are missed aloud when an event names them and they are not there', async () => {
    gateway().rectification.answer = () => taskNaming('e'.repeat(64));
    expect(await gateway().json('officer', 'GET', at('e'.repeat(64)))).toEqual([500, 'fault']);
  });

  it('answer HEAD without a body', async () => {
    gateway().rectification.answer = () => taskNaming(sha256);
    const answer = await gateway().call('lead', 'HEAD', at(sha256));
    expect([answer.status, answer.body.length, answer.headers.get('etag')]).toEqual([200, 0, `"${sha256}"`]);
  });
});

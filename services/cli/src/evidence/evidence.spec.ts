import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { type Answering, says, withServer } from '../http/server.examples.js';
import { withFile } from '../table-file/files.examples.js';
import { Trouble } from '../trouble.js';
import { addEvidence } from './add-evidence.js';
import { PART_BYTES } from './file-on-disk.js';
import { getEvidence } from './get-evidence.js';

const task = '0190a5c4-1111-7aaa-8aaa-000000000001';
const session = { actor: { person: '0190a5c4-1111-7aaa-8aaa-000000000114' } };
const film = Buffer.alloc(2 * PART_BYTES + 5, 'film');
const sha256 = createHash('sha256').update(film).digest('hex');
const taken = { sha256: 'a'.repeat(64), name: 'rows.csv.mp4', cleaned: true };
const settingsFor = (url: string) => ({ url, token: 't', data: 'none' });
const isMe = ({ url }: IncomingMessage): boolean => url === '/api/me';

/** What a server is asked to do, each request as `PUT /path 17`, with the bytes or the text of its body at the end. */
const added = async (state: object): Promise<readonly string[]> => {
  const seen: string[] = [];
  const answer: Answering = (request, response) => {
    void buffer(request).then((body) => {
      if (isMe(request)) {
        says(response, 200, session);
        return;
      }
      const isJson = request.headers['content-type'] === 'application/json';
      const path = request.url?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID') ?? '';
      seen.push(`${path} ${isJson ? body.toString() : String(body.length)}`);
      says(response, 200, path.endsWith('/finish') ? taken : state);
    });
  };
  await withServer(answer, (url) =>
    withFile(film, async (file) => {
      expect(await addEvidence({ task, file, note: 'A film' }, settingsFor(url))).toEqual(taken);
    }),
  );
  return seen;
};

const begun = `/api/evidence-uploads/ID {"name":"rows.csv","size":${String(film.length)},"sha256":"${sha256}"}`;
const finished = [
  '/api/evidence-uploads/ID/finish 0',
  `/api/tasks/ID/evidence/ID {"note":"A film","file":{"sha256":"${taken.sha256}","name":"rows.csv.mp4"}}`,
];

describe('evidence is added', () => {
  it('in parts, and named as the server stored it', async () => {
    expect(await added({ parts: [] })).toEqual([
      begun,
      `/api/evidence-uploads/ID/parts/1 ${String(PART_BYTES)}`,
      `/api/evidence-uploads/ID/parts/2 ${String(PART_BYTES)}`,
      '/api/evidence-uploads/ID/parts/3 5',
      ...finished,
    ]);
  });

  it('without what arrived before an interruption', async () => {
    const parts = [{ part: 1 }, { part: 3 }];
    const rest = `/api/evidence-uploads/ID/parts/2 ${String(PART_BYTES)}`;
    expect(await added({ parts })).toEqual([begun, rest, ...finished]);
    expect(await added({ parts: [], file: taken })).toEqual([begun, ...finished]);
  });

  it('not of a file that is empty or not there, nor to what is no task', async () => {
    const settings = settingsFor('http://127.0.0.1:1');
    await withFile('', (file) => expect(addEvidence({ task, file }, settings)).rejects.toThrow('is empty'));
    await expect(addEvidence({ task, file: '/nowhere/a' }, settings)).rejects.toThrow(Trouble);
    await expect(addEvidence({ task: 'seven', file: 'a' }, settings)).rejects.toThrow('not the id of a task');
  });
});

describe('evidence is fetched', () => {
  const fetched = (answer: Answering, check: (file: string, got: Promise<void>) => Promise<void>) =>
    withServer(
      (request, response, count) => {
        if (isMe(request)) says(response, 200, session);
        else answer(request, response, count);
      },
      (url) =>
        withFile('', (taken) =>
          check(`${taken}.copy`, getEvidence({ task, sha256, file: `${taken}.copy` }, settingsFor(url))),
        ),
    );

  it('into a new file', () =>
    fetched(
      (_, response) => response.end(film),
      async (file, got) => {
        await got;
        expect(readFileSync(file).equals(film)).toBe(true);
      },
    ));

  it.each<[string, Answering]>([
    ['has another hash', (_, response) => response.end('another')],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': String(film.length) }).write(film.subarray(0, 100));
        response.socket?.destroySoon();
      },
    ],
    [
      'is not there',
      (_, response) => {
        says(response, 404, { title: 'There is no such thing' });
      },
    ],
  ])('or, when it %s, not at all', (_, answer) =>
    fetched(answer, async (file, got) => {
      await expect(got).rejects.toThrow(Trouble);
      expect(existsSync(file)).toBe(false);
    }),
  );
});

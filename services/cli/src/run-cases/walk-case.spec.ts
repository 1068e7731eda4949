import { describe, expect, it } from '@jest/globals';
import { Api } from '../http/api.js';
import { says, withServer } from '../http/server.examples.js';
import { type Case, caseIn } from './case-row.js';
import { now, opinionId, people, row } from './cases.examples.js';
import { type Walk, walkCase } from './walk-case.js';

type Seen = {
  readonly method: string;
  readonly url: string;
  readonly token: string;
  readonly at: string;
  readonly body: string;
};

/** Walks against a server that takes everything, or refuses a step. */
const walk = async (refused?: string): Promise<{ seen: readonly Seen[]; walk: Walk; failed: boolean }> => {
  const seen: Seen[] = [];
  const begun: Walk = { line: 12, reply: row.cells.reply, acknowledged: [], isOver: false };
  const failed = await withServer(
    (request, response, count) => {
      let body = '';
      request.on('data', (text: Buffer) => (body += text.toString()));
      request.on('end', () => {
        const { method = '', url = '', headers } = request;
        const { authorization = '', 'happened-at': at = '' } = headers;
        seen.push({ method, url, token: authorization.replace('Bearer ', ''), at: String(at), body });
        if (refused !== undefined && url.endsWith(refused)) says(response, 409, { title: 'No' });
        else
          says(response, 200, {
            receipt: 'ABCD',
            opinionId,
            status: 'told',
            revision: 0,
            position: String(count),
          });
      });
    },
    (url) =>
      walkCase(new Api(url), caseIn(row, now) as Case, people, begun).then(
        () => false,
        () => true,
      ),
  );
  return { seen, walk: begun, failed };
};

describe('a case', () => {
  it('is walked in the order of the regulation, each step by the person entitled to it', async () => {
    const { seen } = await walk();
    const steps = seen.map(({ method, url, token }) => [method, url.replace(/[0-9a-f-]{36}/g, '*'), token]);
    expect(steps).toEqual([
      ['POST', '/api/opinions', 'office'],
      ['PUT', '/api/opinions/*/acknowledgement', 'office'],
      ['PUT', '/api/opinions/*/listing', 'office'],
      ['GET', '/api/issues/*', 'office'],
      ['PUT', '/api/tasks/*', 'office'],
      ['PUT', '/api/tasks/*/acceptance', 'head'],
      ['PUT', '/api/tasks/*/plan', 'head'],
      ['PUT', '/api/tasks/*/progress/*', 'responsible'],
      ['PUT', '/api/tasks/*/evidence/*', 'responsible'],
      ['PUT', '/api/tasks/*/progress/*', 'responsible'],
      ['PUT', '/api/tasks/*/close-out/*', 'head'],
      ['PUT', '/api/tasks/*/close-out/*/verification', 'inspector'],
      ['PUT', '/api/tasks/*/close-out/*/notice/skip', 'office'],
      ['PUT', '/api/tasks/*/closing', 'office'],
      ['GET', '/api/receipts/ABCD?status=told', ''],
    ]);
  });

  it('happens between the opinion and its reply, which is the closing', async () => {
    const { seen } = await walk();
    const moments = seen.map(({ at }) => at).filter((at) => at !== '');
    expect(moments.at(0)).toBe('2024-03-04T13:40:00.000Z');
    expect(moments.at(-1)).toBe('2024-03-15T02:20:00.000Z');
    expect(moments).toEqual(moments.toSorted());
    expect(new Set(moments).size).toBe(13);
    const verified = seen.find(({ url }) => url.endsWith('/verification'));
    expect(JSON.parse(verified?.body ?? '{}')).toMatchObject({ on: '2024-03-13', where: 'A3区' });
    expect(verified?.at.slice(0, 10)).toBe('2024-03-13');
  });

  it('taken twice, is the same requests', async () => {
    const [once, again] = await Promise.all([walk(), walk()]);
    expect(again.seen).toEqual(once.seen);
  });

  it('remembers what was acknowledged, also when it is stopped', async () => {
    const whole = await walk();
    expect(whole).toMatchObject({
      failed: false,
      walk: { isOver: true, sent: { receipt: 'ABCD', opinionId } },
    });
    expect(whole.walk.acknowledged).toHaveLength(13);
    const stopped = await walk('/acceptance');
    expect(stopped).toMatchObject({ failed: true, walk: { isOver: false } });
    expect(stopped.walk.acknowledged.map(({ yields, post, service }) => [yields, post, service])).toEqual([
      ['OpinionSubmitted', 'post office', 'intake'],
      ['OpinionAcknowledged', 'post office', 'intake'],
      ['OpinionListed', 'post office', 'intake'],
      ['TaskAssigned', 'post office', 'rectification'],
    ]);
  });
});

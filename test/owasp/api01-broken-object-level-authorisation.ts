import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { refused, toldBy } from './expected.js';
import { world } from './world.js';

const aMeasure = () => ({
  measureId: randomUUID(),
  what: 'Heat it',
  person: world().personOf('library'),
  due: '2030-01-01',
  criterion: '64 °C',
});

describe('API1: broken object level authorisation', () => {
  const nowhere = randomUUID();

  it.each([
    ['a task', () => `/tasks/${world().taskId}`, `/tasks/${nowhere}`],
    [
      'a deadline explained',
      () => `/tasks/${world().taskId}/deadline/explanation`,
      `/tasks/${nowhere}/deadline/explanation`,
    ],
    ['an issue', () => `/issues/${world().issueId}`, `/issues/${nowhere}`],
    ['an opinion', () => `/opinions/${world().opinionId}`, `/opinions/${nowhere}`],
    ['the history of a case', () => `/cases/${world().opinionId}`, `/cases/${nowhere}`],
    [
      'what is kept of somebody',
      () => `/people/${world().personOf('kitchen')}/personal-data`,
      `/people/${nowhere}/personal-data`,
    ],
    [
      'whether somebody is erased',
      () => `/people/${world().personOf('kitchen')}/erasure`,
      `/people/${nowhere}/erasure`,
    ],
    [
      'evidence of a task',
      () => `/evidence/${'a'.repeat(64)}?task=${world().taskId}`,
      `/evidence/${'a'.repeat(64)}?task=${nowhere}`,
    ],
  ])('%s of another unit looks as if it were not there', async (_, theirs, none) => {
    const [there, notThere] = await world().leavingNothing(async () => [
      await world().as('library', 'GET', theirs()),
      await world().as('library', 'GET', none),
    ]);
    expect(there).toEqual(refused(404, none.includes('personal-data') ? 'nobody-with-this-id' : 'not-found'));
    expect(toldBy(there)).toEqual(toldBy(notThere));
  });

  it.each([
    ['accepted', 'acceptance', () => ({ responsible: world().personOf('library') })],
    ['returned', `returns/${randomUUID()}`, () => ({ reason: 'It is not ours' })],
    ['planned', 'plan', () => ({ measures: [aMeasure()] })],
    ['reported on', `progress/${randomUUID()}`, () => ({ text: 'Done', done: [] })],
    ['put up for close-out', `close-out/${randomUUID()}`, () => ({ summary: 'Done', unfinished: [] })],
    ['given more time', `extensions/${randomUUID()}`, () => ({ until: '2030-01-01', reason: 'More time' })],
    ['reviewed', `reviews/${randomUUID()}`, () => ({ reason: 'It is not ours' })],
  ])('a task of another unit is not %s', async (_, what, body) => {
    const [theirs, none] = await world().leavingNothing(async () => [
      await world().as('library', 'PUT', `/tasks/${world().taskId}/${what}`, body()),
      await world().as('library', 'PUT', `/tasks/${nowhere}/${what}`, body()),
    ]);
    expect(theirs).toEqual(refused(404, 'no-such-task'));
    expect(toldBy(theirs)).toEqual(toldBy(none));
  });

  it('lists of another unit have nothing of it, however they are asked for', async () => {
    const { taskId, issueId, opinionId } = world();
    const kitchen = world().people.unitOf('kitchen');
    for (const path of [
      '/tasks',
      `/tasks?unit=${kitchen}`,
      `/tasks?leadUnit=${kitchen}`,
      '/tasks?text=soup',
      '/issues',
      '/issues?text=soup',
      '/opinions',
      '/opinions?text=soup',
      '/tasks/due',
      '/close-outs',
      '/extensions',
      '/reviews',
      '/look-backs',
      '/appeals',
      '/escalations',
    ]) {
      const text = JSON.stringify((await world().as('library', 'GET', path)).body);
      expect([path, [taskId, issueId, opinionId].filter((id) => text.includes(id))]).toEqual([path, []]);
    }
    for (const path of ['/tasks/facets', '/issues/facets']) {
      const { body } = await world().as('library', 'GET', path);
      expect([path, JSON.stringify(body).includes(kitchen)]).toEqual([path, false]);
    }
  });

  it('an upload is there for nobody but who began it', async () => {
    const at = `/evidence-uploads/${randomUUID()}`;
    expect((await world().as('kitchen', 'PUT', at, { name: 'a.txt' })).status).toBe(200);
    for (const [method, path] of [
      ['GET', at],
      ['DELETE', at],
      ['PUT', `${at}/finish`],
    ] as const)
      expect(await world().as('library', method, path)).toEqual(refused(404, 'no-such-upload'));
    expect((await world().as('kitchen', 'GET', at)).status).toBe(200);
    expect((await world().as('kitchen', 'DELETE', at)).status).toBe(200);
  });

  it('a receipt of somebody else is not guessed from one that is known', async () => {
    const { receipt } = world();
    const last = receipt.endsWith('2') ? '3' : '2';
    const near = `${receipt.slice(0, -1)}${last}`;
    const [one, other] = [
      await world().anonymously('GET', `/receipts/${near}`),
      await world().anonymously('GET', `/receipts/${receipt.replaceAll(/[A-Z2-9]/g, '7')}`),
    ];
    expect(one.status).toBe(404);
    expect(toldBy(one)).toEqual(toldBy(other));
    expect((await world().anonymously('GET', `/receipts/${receipt}`)).status).toBe(200);
  });
});

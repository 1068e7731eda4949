import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES } from '@redress/contracts/envelope';
import {
  acknowledged,
  anonymous,
  citizen,
  holder,
  officer,
  opinionId,
  originalId,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import type { FindOpinions } from '@redress/contracts/intake/opinion-desk';
import type { Position, PostId } from '@redress/contracts/values';
import { InTheLog } from '../opinion/in-the-log.examples.js';
import { MyOpinionsHandler } from '../my-opinions/my-opinions.handler.js';
import { OpinionDeskHandler } from './opinion-desk.handler.js';

const otherPost = '0190a5c4-2222-7aaa-8aaa-000000000077' as PostId;
const elsewhere = {
  type: 'OpinionSubmitted',
  data: {
    ...submitted.data,
    title: '路灯不亮',
    text: '路灯坏了三周。',
    addressedTo: otherPost,
    submitter: citizen,
  },
} as const;
const log = new InTheLog();
const desk = new OpinionDeskHandler(log.models);
const mine = new MyOpinionsHandler(log.models);
let atLeast: Position;

beforeAll(async () => {
  await log.happen(opinionId, submitted, acknowledged);
  ({ position: atLeast } = await log.happen(originalId, elsewhere));
});
afterAll(() => log.stop());

const titles = async (query: FindOpinions, actor: Parameters<typeof desk.find>[1]) => {
  const answer = await desk.find({ atLeast, ...query }, actor);
  return 'rejected' in answer ? answer.rejected : answer.rows.map(({ title }) => title).sort();
};
const noise = submitted.data.title;
const lamps = elsewhere.data.title;

describe('who looks for opinions', () => {
  it('finds all of them, those of the own post, or none', async () => {
    const seen = await Promise.all(
      ROLES.map(async (role) => [role, await titles({}, { role, post: otherPost })] as const),
    );
    const all = [noise, lamps].sort();
    expect(Object.fromEntries(seen)).toEqual({
      submitter: 'not-found',
      unit: [lamps],
      office: all,
      inspection: all,
      'leading-group': all,
      auditor: all,
      operator: 'not-found',
      system: 'not-found',
    });
  });

  it('finds none of another post by naming it, and none without a post', async () => {
    expect(await titles({ addressedTo: otherPost }, holder)).toBe('not-found');
    expect(await titles({}, { role: 'unit' })).toBe('not-found');
    expect(await titles({ addressedTo: otherPost }, officer)).toEqual([lamps]);
  });

  it('finds by status, channel, topic and words inside a sentence', async () => {
    expect(await titles({ status: 'acknowledged' }, officer)).toEqual([noise]);
    expect(await titles({ channel: 'hotline' }, officer)).toEqual([]);
    expect(await titles({ topic: '环境保护', status: 'submitted' }, officer)).toEqual([lamps]);
    expect(await titles({ topic: '交通' }, officer)).toEqual([]);
    expect(await titles({ text: '噪音' }, officer)).toEqual([noise]);
    expect(await titles({ appraisal: 'partly' }, officer)).toEqual([]);
  });

  it('pages through them in either order', async () => {
    const ids = async (query: FindOpinions): Promise<readonly string[]> => {
      const page = await desk.find({ ...query, limit: 1 }, officer);
      if ('rejected' in page) throw new Error(page.rejected);
      const { rows, next } = page;
      const rest = next === undefined ? [] : await ids({ ...query, cursor: next });
      return [...rows.map(({ id }) => id), ...rest];
    };
    expect(await ids({ order: 'asc' })).toEqual([opinionId, originalId]);
    expect(await ids({ order: 'desc', sort: 'recordedAt' })).toEqual([originalId, opinionId]);
    expect(await ids({})).toEqual([originalId, opinionId]);
  });

  it('is asked to come again while the desk is behind', async () => {
    const ahead = '9999999999999999' as Position;
    expect(await desk.find({ atLeast: ahead }, officer)).toEqual({ rejected: 'not-yet' });
  });
});

it('shows one opinion to who may see it, with its revision', async () => {
  expect(await desk.see({ opinionId, atLeast }, holder)).toMatchObject({
    id: opinionId,
    caseId: opinionId,
    revision: 1,
  });
  expect(await desk.see({ opinionId: originalId }, officer)).toMatchObject({ title: lamps });
  for (const actor of [holder, anonymous, { role: 'operator' } as const])
    expect(await desk.see({ opinionId: originalId }, actor)).toEqual({ rejected: 'not-found' });
});

it('shows to each what they signed', async () => {
  const ids = async (actor: Parameters<typeof mine.find>[1]) => {
    const answer = await mine.find({ atLeast }, actor);
    return 'rejected' in answer ? answer.rejected : answer.rows.map(({ id }) => id);
  };
  expect(await ids({ role: 'submitter', person: citizen })).toEqual([originalId]);
  expect(await ids(officer)).toEqual([]);
  expect(await ids(anonymous)).toBe('not-found');
});

it('shows units no submitter who asked to be hidden, and the office every one', async () => {
  const hidden = new InTheLog();
  const { position } = await hidden.happen(originalId, {
    type: 'OpinionSubmitted',
    data: { ...elsewhere.data, hidden: true, receipt: '$argon2id$' },
  });
  const handler = new OpinionDeskHandler(hidden.models);
  const unit = { role: 'unit', post: otherPost } as const;
  const seen = await handler.see({ opinionId: originalId, atLeast: position }, unit);
  expect(seen).toMatchObject({ title: elsewhere.data.title, hidden: true });
  expect(seen).not.toHaveProperty('receipt');
  expect(JSON.stringify([seen, await handler.find({ atLeast: position }, unit)])).not.toContain(citizen);
  expect(await handler.see({ opinionId: originalId }, officer)).toMatchObject({ submitter: citizen });
  await hidden.stop();
});

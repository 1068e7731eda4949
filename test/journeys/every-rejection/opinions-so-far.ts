import { randomUUID } from 'node:crypto';
import { eventually } from '@redress/messaging/nats-server.testing';
import { tasksIn } from './at-task.js';
import type { Asked } from './people.js';
import { LISTING, type World } from './world.js';

/** An opinion that has come so far, and whoever else has to do with it. */
export type OpinionSoFar = {
  readonly id: string;
  readonly receipt: string;
  readonly path: string;
  /** Its duplicate, its original, its whole, or one of its parts. */
  readonly other?: string;
};
type Made = (world: World) => Promise<OpinionSoFar>;

const DAY = '2023-03-02';

const then =
  (before: Made, step: (world: World, opinion: OpinionSoFar) => Promise<unknown>): Made =>
  async (world) => {
    const opinion = await before(world);
    await step(world, opinion);
    return opinion;
  };
const office =
  (below: string, body?: object) =>
  (world: World, { path }: OpinionSoFar) =>
    world.does('office', `${path}${below}`, body);

export const statusOf = async (world: World, id: string): Promise<unknown> =>
  (await world.people.as('office', { method: 'GET', path: `/opinions/${id}` })).body['status'];

const submitted: Made = (world) => world.opinion();
const acknowledged = then(submitted, office('/acknowledgement'));
const duplicate: Made = async (world) => {
  const [one, other] = [await acknowledged(world), await acknowledged(world)];
  await world.does('office', `${one.path}/duplicate-of`, { of: other.id });
  return { ...one, other: other.id };
};
/** Both parts can be seen by then. */
const split: Made = async (world) => {
  const one = await acknowledged(world);
  const parts = ['Floor', 'Roof'].map((title) => ({ opinionId: randomUUID(), title, text: 'It leaks' }));
  await world.does('office', `${one.path}/splitting`, { parts, reason: 'Two matters' });
  const [first, second] = parts.map(({ opinionId }) => opinionId);
  for (const part of [first ?? '', second ?? ''])
    await eventually(async () => (await statusOf(world, part)) === 'acknowledged');
  return { ...one, ...(first && { other: first }) };
};

/** The path of the part; `other` is the whole. */
const asPart = ({ id: whole, receipt, other: id = '' }: OpinionSoFar): OpinionSoFar => ({
  id,
  receipt,
  path: `/opinions/${id}`,
  other: whole,
});

export const attachmentOf = (receipt: string, entryId: string, body = 'It still leaks'): Asked => ({
  path: `/receipts/${receipt}/attachments/${entryId}`,
  body,
  headers: { 'content-type': 'application/octet-stream' },
});

const full = then(submitted, async (world, { receipt }) => {
  for (const n of [1, 2, 3, 4, 5])
    await world.people.as('anybody', attachmentOf(receipt, randomUUID(), `It leaks in ${String(n)} places`));
});

const told: Made = async (world) => {
  const { issue } = await tasksIn(world).at('closed', { alone: true });
  const opinion = await acknowledged(world);
  await world.does('office', `${opinion.path}/listing`, { issueId: issue, ...LISTING });
  await eventually(async () => (await statusOf(world, opinion.id)) === 'told');
  return opinion;
};

const MADE = {
  unsent: () => {
    const id = randomUUID();
    return Promise.resolve({ id, receipt: 'XXXX-XXXX', path: `/opinions/${id}` });
  },
  submitted,
  full,
  acknowledged,
  answered: then(acknowledged, office('/answer', { answer: 'It is mended' })),
  refused: then(acknowledged, office('/refusal', { ground: 'abusive', reason: 'No' })),
  listed: async (world) => {
    const { opinion: id } = await world.issue();
    return { id, receipt: '', path: `/opinions/${id}` };
  },
  duplicate,
  original: async (world) => {
    const { id, other = '' } = await duplicate(world);
    await eventually(async () => (await statusOf(world, id)) === 'duplicate');
    return { id: other, receipt: '', path: `/opinions/${other}`, other: id };
  },
  split,
  part: async (world) => asPart(await split(world)),
  partInHand: then(split, (world, { other = '' }) =>
    world.does('office', `/opinions/${other}/listing`, { issueId: randomUUID(), ...LISTING }),
  ),
  takenBack: async (world) => {
    const whole = await split(world);
    await world.does('office', `${whole.path}/splitting`, { reason: 'One after all' }, DAY, 'DELETE');
    const part = asPart(whole);
    await eventually(async () => (await statusOf(world, part.id)) === 'taken-back');
    return part;
  },
  told,
  appraised: then(told, (world, { receipt }) =>
    world.does('anybody', `/receipts/${receipt}/appraisal`, { appraisal: 'satisfied' }),
  ),
  asked: async (world) => {
    const [opinion, other] = [await acknowledged(world), randomUUID()];
    await world.does('office', `${opinion.path}/questions/${other}`, { question: 'Which floor?' });
    return { ...opinion, other };
  },
} satisfies Readonly<Record<string, Made>>;
export type Way = keyof typeof MADE;

/** Opinions as far as they have come, each made once. */
export class OpinionsSoFar {
  private readonly made = new Map<Way, Promise<OpinionSoFar>>();

  at(world: World, way: Way): Promise<OpinionSoFar> {
    const opinion = this.made.get(way) ?? MADE[way](world);
    this.made.set(way, opinion);
    return opinion;
  }
}

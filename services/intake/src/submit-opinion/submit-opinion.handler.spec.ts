import { beforeEach, expect, it } from '@jest/globals';
import { START } from '@redress/contracts/values';
import { citizen, envelope, officer, roleInbox, submit } from '@redress/contracts/intake/opinion.examples';
import type { Actor } from '@redress/contracts/envelope';
import type { SubmitOpinion } from '@redress/contracts/intake/submit-opinion';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { opinionIdOf, receiptIn } from '../receipt/receipt-code.js';
import { Receipts } from '../receipt/receipts.js';
import { SubmitOpinionHandler } from './submit-opinion.handler.js';

const person = { role: 'unit', person: citizen, post: roleInbox } as const;
let store: InMemoryEventStore;
let handler: SubmitOpinionHandler;
beforeEach(() => {
  store = new InMemoryEventStore(new StoppedClock(envelope.happenedAt));
  handler = new SubmitOpinionHandler(store, new Receipts('a secret of at least 32 characters'));
});
const send = async (command: SubmitOpinion, actor: Actor) => {
  const outcome = await handler.submit(command, { ...envelope, actor });
  if ('rejected' in outcome) throw new Error(outcome.rejected);
  return outcome;
};
const log = async () => (await store.readAll(START, [''], 99)).events;

it('answers with the receipt of the opinion', async () => {
  const { receipt, opinionId, revision } = await send(submit, { role: 'submitter' });
  const read = receiptIn(receipt);
  expect(read && opinionIdOf(read)).toBe(opinionId);
  expect(revision).toBe(0);
  expect(await log()).toMatchObject([
    {
      type: 'OpinionSubmitted',
      stream: `opinion-${opinionId}`,
      correlationId: opinionId,
      happenedAt: envelope.happenedAt,
    },
  ]);
});

it('answers a retry as it answered the first time, even when its fields come in another order', async () => {
  const first = await send(submit, { role: 'submitter' });
  expect(await send(submit, { role: 'submitter' })).toEqual(first);
  const { key, title, ...rest } = submit;
  expect(await send({ title, ...rest, key }, { role: 'submitter' })).toEqual(first);
  expect(await log()).toHaveLength(1);
});

it('rejects other content under the same key, however often', async () => {
  await send(submit, { role: 'submitter' });
  const other = { ...submit, text: 'something else' };
  for (let times = 0; times < 2; times += 1)
    expect(await handler.submit(other, { ...envelope, actor: { role: 'submitter' } })).toEqual({
      rejected: 'key-used-for-another',
    });
  expect(await log()).toHaveLength(1);
});

it('takes the same from another, or under another key, for another opinion', async () => {
  const ids = [
    await send(submit, { role: 'submitter' }),
    await send(submit, person),
    await send({ ...submit, key: 'another key of 16' }, person),
  ].map(({ opinionId }) => opinionId);
  expect(new Set(ids).size).toBe(3);
});

it('keeps nothing of the receipt, the key, or an anonymous sender', async () => {
  const { receipt } = await send(submit, person);
  const kept = JSON.stringify(await log());
  const digits = receipt.replaceAll('-', '');
  for (const secret of [receipt, digits, digits.toLowerCase(), submit.key, citizen])
    expect(kept).not.toContain(secret);
  expect(kept).not.toContain(envelope.causationId);
  expect(await log()).toMatchObject([{ actor: { role: 'submitter' } }]);
});

it('keeps who signed, and who entered what came another way', async () => {
  await send({ ...submit, signed: true }, person);
  await send({ ...submit, channel: 'symposium' }, officer);
  expect(await log()).toMatchObject([
    { actor: { role: 'submitter', person: citizen }, data: { submitter: citizen } },
    { actor: officer, data: { channel: 'symposium' } },
  ]);
});

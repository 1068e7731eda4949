import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Envelope } from '@redress/contracts/envelope';
import type { Recorded } from '@redress/contracts/event';
import {
  acknowledged,
  answered,
  citizen,
  entryId,
  envelope,
  issueId,
  join,
  listed,
  otherPartId,
  partId,
  questionId,
  splitIt,
  submitted,
  taskId,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { MessageId, OpinionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { ConverseHandler } from '../converse/converse.handler.js';
import { FollowPartsReaction } from '../follow-parts/follow-parts.reaction.js';
import { InTheLog } from '../opinion/in-the-log.examples.js';
import { opinions } from '../opinion/opinion.js';
import { opinionIdOf, receiptOf, shown } from '../receipt/receipt-code.js';
import { ReceiptHandler } from '../receipt/receipt.handler.js';
import { TellDuplicatesReaction } from '../tell-duplicates/tell-duplicates.reaction.js';
import { SplitOpinionHandler } from './split-opinion.handler.js';

const receipt = shown(receiptOf(new Uint8Array(15).fill(7)));
const opinionId = opinionIdOf(receiptOf(new Uint8Array(15).fill(7)));
const command = { ...splitIt, opinionId };
const cause = (): Envelope => ({ ...envelope, causationId: randomUUID() as string as MessageId });

let log: InTheLog;
let handler: SplitOpinionHandler;
let reactions: readonly { react(event: Recorded): Promise<void> }[];
beforeEach(async () => {
  log = new InTheLog();
  handler = new SplitOpinionHandler(log.store);
  reactions = [new FollowPartsReaction(log.store), new TellDuplicatesReaction(log.store, log.models)];
  await log.happen(
    opinionId,
    { ...submitted, data: { ...submitted.data, submitter: citizen } },
    acknowledged,
  );
});
afterEach(() => log.stop());

/** Lets the service hear of the last event of an opinion, twice. */
const heard = async (id: OpinionId): Promise<void> => {
  const event = await log.lastOf(id);
  for (const reaction of [...reactions, ...reactions]) await reaction.react(event);
};
const split = async (): Promise<void> => {
  expect(await handler.split(command, cause())).toMatchObject({ revision: 2 });
  await heard(opinionId);
};
const happens = async (id: OpinionId, ...events: Parameters<InTheLog['happen']>[1][]): Promise<void> => {
  await log.happen(id, ...events);
  await heard(id);
};
const follow = () => new ReceiptHandler(log.store).follow({ receipt });
const statusOf = async (id: OpinionId) => fold(opinions, await log.historyOf(id)).status;
const told = {
  type: 'OutcomeTold',
  data: {
    opinionId: otherPartId,
    about: otherPartId,
    issueId,
    outcome: 'Mended.',
    revision: 3,
    tasks: [taskId],
    stands: 'told',
  },
} satisfies OpinionEvent;

describe('an opinion that was split', () => {
  it('is two under one receipt, and neither says who spoke', async () => {
    await split();
    expect(await follow()).toMatchObject({
      status: 'split',
      steps: [{ what: 'submitted' }, { what: 'acknowledged' }, { what: 'split', text: command.reason }],
      parts: [
        { ...command.parts[0], status: 'acknowledged', steps: [{ what: 'begun' }] },
        { ...command.parts[1], status: 'acknowledged' },
      ],
    });
    for (const id of [partId, otherPartId]) {
      const [begun, ...more] = await log.historyOf(id);
      expect(more).toEqual([]);
      expect(begun).toMatchObject({ actor: { role: 'system' }, correlationId: envelope.correlationId });
      expect(JSON.stringify(begun)).not.toContain(citizen);
    }
  });

  it('shows its parts before they have begun', async () => {
    await handler.split(command, cause());
    expect(await follow()).toMatchObject({
      parts: [
        { ...command.parts[0], status: 'acknowledged', steps: [] },
        { ...command.parts[1], status: 'acknowledged', steps: [] },
      ],
    });
  });

  it('hears the end of each part, and is told with the last', async () => {
    await split();
    await happens(partId, answered);
    expect(await follow()).toMatchObject({ status: 'split', outcome: answered.data.answer });
    await happens(otherPartId, listed);
    await happens(otherPartId, told);
    expect(await follow()).toMatchObject({
      status: 'told',
      outcome: `${answered.data.answer}\n\nMended.`,
      parts: [
        { status: 'answered', answer: answered.data.answer },
        { status: 'told', outcome: 'Mended.' },
      ],
    });
  });

  it('waits again when the submitter asks back on a part, by the one receipt', async () => {
    await split();
    await happens(partId, answered);
    await happens(otherPartId, answered);
    expect(await statusOf(opinionId)).toBe('told');
    const converse = new ConverseHandler(log.store);
    const writes = { receipt, part: partId, entryId, text: 'On which days?' };
    expect(await converse.write(writes, cause())).toMatchObject({ revision: 2 });
    expect((await log.lastOf(partId)).actor).toStrictEqual({ role: 'submitter' });
    await heard(partId);
    expect(await follow()).toMatchObject({ status: 'split', parts: [{ status: 'acknowledged' }, {}] });
    expect((await log.lastOf(opinionId)).data).not.toMatchObject({ reason: writes.text });
  });

  it('lets nobody write to what is no part of it', async () => {
    await split();
    const stranger = '0190a5c4-2222-7aaa-8aaa-000000000077' as OpinionId;
    await log.happen(stranger, submitted);
    const converse = new ConverseHandler(log.store);
    for (const part of [stranger, opinionId, questionId as string as OpinionId])
      expect(await converse.write({ receipt, part, entryId, text: 'x' }, cause())).toEqual({
        rejected: 'not-a-part-of-the-opinion',
      });
    const wrong = shown(receiptOf(new Uint8Array(15).fill(8)));
    expect(await converse.write({ receipt: wrong, part: partId, entryId, text: 'x' }, cause())).toEqual({
      rejected: 'not-a-part-of-the-opinion',
    });
    const none = { receipt: 'none', part: partId, entryId, text: 'x' };
    expect(await converse.write(none, cause())).toEqual({ rejected: 'no-such-receipt' });
  });

  it('takes no id that something else has', async () => {
    await log.happen(otherPartId, submitted);
    expect(await handler.split(command, cause())).toEqual({ rejected: 'opinion-id-is-taken' });
  });
});

describe('parts are taken together again', () => {
  it('as long as nothing was done with them', async () => {
    await split();
    expect(await handler.join({ ...join, opinionId }, cause())).toMatchObject({ revision: 3 });
    await heard(opinionId);
    expect(await follow()).toMatchObject({ status: 'acknowledged', parts: [] });
    for (const id of [partId, otherPartId]) expect(await statusOf(id)).toBe('taken-back');
  });

  it('before they have begun: then they never do', async () => {
    await handler.split(command, cause());
    const event = await log.lastOf(opinionId);
    await handler.join({ ...join, opinionId }, cause());
    for (const reaction of reactions) await reaction.react(event);
    await heard(opinionId);
    expect(await follow()).toMatchObject({ status: 'acknowledged', parts: [] });
    expect(await log.historyOf(partId)).toEqual([]);
  });

  it('but not when one is in hand', async () => {
    await split();
    await happens(partId, answered);
    expect(await handler.join({ ...join, opinionId }, cause())).toEqual({ rejected: 'part-is-in-hand' });
  });

  it('but one that was taken up at that very moment goes on, where the submitter sees it', async () => {
    await split();
    await handler.join({ ...join, opinionId }, cause());
    await log.happen(partId, answered);
    await heard(opinionId);
    await heard(partId);
    expect(await follow()).toMatchObject({
      status: 'acknowledged',
      parts: [{ opinionId: partId, status: 'answered', answer: answered.data.answer }],
    });
  });
});

it('a part whose id somebody else took at that very moment is a fault, for somebody to look at', async () => {
  await handler.split(command, cause());
  await log.happen(otherPartId, submitted);
  const event = await log.lastOf(opinionId);
  await expect(new FollowPartsReaction(log.store).react(event)).rejects.toThrow('opinion-id-is-taken');
});

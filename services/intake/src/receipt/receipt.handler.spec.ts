import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  acknowledged,
  answered,
  entryId,
  envelope,
  holder,
  listed,
  submitted,
  told,
} from '@redress/contracts/intake/opinion.examples';
import type { Envelope } from '@redress/contracts/envelope';
import type { MessageId } from '@redress/contracts/values';
import { AppraiseOutcomeHandler } from '../appraise-outcome/appraise-outcome.handler.js';
import { ConverseHandler } from '../converse/converse.handler.js';
import { InTheLog } from '../opinion/in-the-log.examples.js';
import { opinionIdOf, receiptOf, shown } from './receipt-code.js';
import { ReceiptHandler } from './receipt.handler.js';

const receipt = shown(receiptOf(new Uint8Array(15).fill(7)));
const opinionId = opinionIdOf(receiptOf(new Uint8Array(15).fill(7)));
const wrong = shown(receiptOf(new Uint8Array(15).fill(8)));
const cause = (): Envelope => ({
  ...envelope,
  actor: holder,
  causationId: randomUUID() as string as MessageId,
});

let log: InTheLog;
let handler: ReceiptHandler;
beforeEach(() => {
  log = new InTheLog();
  handler = new ReceiptHandler(log.store);
});
afterEach(() => log.stop());

it('shows the opinion to whoever holds the receipt, however it is written', async () => {
  await log.happen(opinionId, submitted, acknowledged);
  expect(await handler.follow({ receipt })).toMatchObject({ opinionId, status: 'acknowledged', revision: 1 });
  expect(await handler.follow({ receipt: receipt.toLowerCase().replaceAll('-', '') })).toMatchObject({
    opinionId,
  });
});

it.each([
  ['wrong', wrong],
  ['no receipt', 'not a receipt'],
  ['nothing', ''],
])('tells of what is %s the same', async (_, receipt) => {
  await log.happen(opinionId, submitted);
  expect(await handler.follow({ receipt })).toEqual({ rejected: 'not-found' });

  const writes = new ConverseHandler(log.store).write({ receipt, entryId, text: 'x' }, cause());
  expect(await writes).toEqual({ rejected: 'no-such-receipt' });
  const appraises = new AppraiseOutcomeHandler(log.store).appraise({ receipt, appraisal: 'partly' }, cause());
  expect(await appraises).toEqual({ rejected: 'no-such-receipt' });
});

it('lets the holder write and appraise, as the submitter and nobody else', async () => {
  await log.happen(opinionId, submitted, acknowledged, answered);
  const converse = new ConverseHandler(log.store);
  const written = await converse.write({ receipt, entryId, text: 'Since when?' }, cause());
  expect(written).toMatchObject({ revision: 3 });
  expect(await converse.write({ receipt, entryId, text: 'Since when?' }, cause())).toEqual(written);
  await log.happen(opinionId, listed, told);
  const command = { receipt, appraisal: 'partly' } as const;
  expect(await new AppraiseOutcomeHandler(log.store).appraise(command, cause())).toMatchObject({
    revision: 6,
  });

  const history = await log.historyOf(opinionId);
  expect(history[3]).toMatchObject({ type: 'SubmitterWrote', data: { asksBack: true } });
  expect(history[6]).toMatchObject({ type: 'OutcomeAppraised', data: { opinionId, appraisal: 'partly' } });
  for (const event of [history[3], history[6]]) expect(event?.actor).toStrictEqual({ role: 'submitter' });
});

it('holds the submitter to the revision that If-Match named', async () => {
  await log.happen(opinionId, submitted);
  const command = { receipt, entryId, text: 'More.' };
  const at = (expectedRevision: number): Envelope => ({ ...cause(), expectedRevision });
  const converse = new ConverseHandler(log.store);
  expect(await converse.write(command, at(3))).toEqual({ rejected: 'changed-meanwhile' });
  expect(await converse.write(command, at(0))).toMatchObject({ revision: 1 });
});

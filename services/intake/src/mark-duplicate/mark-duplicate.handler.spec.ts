import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Envelope } from '@redress/contracts/envelope';
import {
  acknowledged,
  envelope,
  opinionId,
  originalId,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import type { MessageId, OpinionId } from '@redress/contracts/values';
import { InTheLog } from '../opinion/in-the-log.examples.js';
import { MarkDuplicateHandler } from './mark-duplicate.handler.js';

const third = '0190a5c4-2222-7aaa-8aaa-000000000044' as OpinionId;
const cause = (): Envelope => ({ ...envelope, causationId: randomUUID() as string as MessageId });

let log: InTheLog;
let handler: MarkDuplicateHandler;
beforeEach(async () => {
  log = new InTheLog();
  handler = new MarkDuplicateHandler(log.store, log.models);
  for (const id of [opinionId, originalId, third]) await log.happen(id, submitted, acknowledged);
});
afterEach(() => log.stop());

it('marks, lifts and marks again, without a pause between', async () => {
  expect(await handler.mark({ opinionId, of: originalId }, cause())).toMatchObject({ revision: 2 });
  expect(await handler.lift({ opinionId, reason: 'another site' }, cause())).toMatchObject({ revision: 3 });
  expect(await handler.mark({ opinionId: originalId, of: opinionId }, cause())).toMatchObject({
    revision: 2,
  });
});

it('makes no chain from either end, and no ring', async () => {
  await handler.mark({ opinionId, of: originalId }, cause());
  expect(await handler.mark({ opinionId: third, of: opinionId }, cause())).toEqual({
    rejected: 'original-is-a-duplicate',
  });
  expect(await handler.mark({ opinionId: originalId, of: third }, cause())).toEqual({
    rejected: 'has-duplicates-itself',
  });
  expect(await handler.mark({ opinionId: originalId, of: opinionId }, cause())).toEqual({
    rejected: 'original-is-a-duplicate',
  });
});

it('lets one original have several duplicates', async () => {
  await handler.mark({ opinionId, of: originalId }, cause());
  expect(await handler.mark({ opinionId: third, of: originalId }, cause())).toMatchObject({ revision: 2 });
});

it('takes no original that was never sent', async () => {
  const unknown = '0190a5c4-2222-7aaa-8aaa-000000000045' as OpinionId;
  expect(await handler.mark({ opinionId, of: unknown }, cause())).toEqual({ rejected: 'no-such-original' });
});

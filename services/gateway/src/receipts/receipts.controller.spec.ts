import { expect, it } from '@jest/globals';
import { opinionId, submit } from '@redress/contracts/intake/opinion.examples';
import { FollowReceipt, type ReceiptView } from '@redress/contracts/intake/receipt';
import type { OpinionStatus } from '@redress/contracts/intake/words';
import type { Instant } from '@redress/contracts/values';
import { Problem } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { ReceiptsController } from './receipts.controller.js';

const at = '2026-03-20T08:00:00.000Z' as Instant;
const { channel, title, text } = submit;
const standing = (status: OpinionStatus): ReceiptView => ({
  ...{ opinionId, revision: 1, status, channel, title, text },
  ...{ happenedAt: at, recordedAt: at, steps: [], parts: [], questions: [], attached: [] },
});

/** Intake, which answers one after the other, and the last for ever. */
class Answers extends Services {
  readonly asked: unknown[] = [];

  constructor(private readonly answers: readonly unknown[]) {
    super();
  }

  override send(): Promise<never> {
    return Promise.reject(new Error('nothing is sent here'));
  }

  override ask(...[query, body, actor]: Parameters<Services['ask']>): Promise<never> {
    const answer = this.answers[Math.min(this.asked.length, this.answers.length - 1)];
    this.asked.push([query, body, actor]);
    return Promise.resolve(answer as never);
  }
}

const receipt = 'CWGT-HZRH-9D0S-C42C-H360-NKNV';
const LONG_MS = 10_000;

it('waits until the opinion stands as asked', async () => {
  const intake = new Answers([
    standing('listed'),
    standing('listed'),
    standing('told'),
    standing('answered'),
  ]);
  const follow = new ReceiptsController(intake).follow({ receipt }, { status: 'told' }, LONG_MS);
  expect(await follow).toEqual(standing('told'));
  expect(intake.asked).toHaveLength(3);
});

it('answers what is there when patience is at its end', async () => {
  const follow = new ReceiptsController(new Answers([standing('listed')])).follow(
    { receipt },
    { status: 'told' },
    30,
  );
  expect(await follow).toEqual(standing('listed'));
});

it('does not wait for no status, and asks as nobody in particular', async () => {
  const intake = new Answers([standing('listed')]);
  expect(await new ReceiptsController(intake).follow({ receipt }, {}, LONG_MS)).toEqual(standing('listed'));
  expect(intake.asked).toEqual([[FollowReceipt, { receipt }, { role: 'submitter' }]]);
});

it('tells at once of a wrong receipt, however long somebody would wait', async () => {
  const intake = new Answers([{ rejected: 'not-found' }]);
  const follow = new ReceiptsController(intake).follow({ receipt }, { status: 'told' }, LONG_MS);
  const problem: unknown = await follow.catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem).toMatchObject({ type: 'not-found', status: 404 });
  expect(intake.asked).toHaveLength(1);
});

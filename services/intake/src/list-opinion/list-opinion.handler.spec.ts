import { afterEach, beforeEach, expect, it } from '@jest/globals';
import {
  acknowledged,
  envelope,
  list,
  opinionId,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import type { Answer, Query } from '@redress/contracts/query';
import type { Instant } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { InTheLog } from '../opinion/in-the-log.examples.js';
import { Severities } from '../severities/severities.js';
import { ListOpinionHandler } from './list-opinion.handler.js';

/** A rectification whose policy knows two severities from April on, one before, and none at times. */
class SmallRectification extends Services {
  answers = true;

  override send(): never {
    throw new Error('nobody commands rectification here');
  }

  override ask<Shape extends object, Reply extends object>(
    { subject }: Query<Shape, Reply>,
    query: Shape,
  ): Promise<Answer<Reply>> {
    if (!this.answers) return Promise.reject(new ServiceUnavailable(subject));
    const { on } = query as { on: string };
    const severities = [{ name: 'grave' }, ...(on < '2026-04-01' ? [] : [{ name: list.severity }])];
    return Promise.resolve({ severities } as unknown as Answer<Reply>);
  }
}

let log: InTheLog;
let rectification: SmallRectification;
let handler: ListOpinionHandler;
beforeEach(async () => {
  log = new InTheLog();
  rectification = new SmallRectification();
  handler = new ListOpinionHandler(log.store, new Clock(), new Severities(rectification));
  await log.happen(opinionId, submitted, acknowledged);
});
afterEach(() => log.stop());

const at = (moment: string) => ({ ...envelope, happenedAt: moment as Instant });

it('judges by the policy of the day on which it happened, where the organisation is', async () => {
  expect(await handler.list(list, at('2026-03-31T15:59:59.999Z'))).toEqual({ rejected: 'no-such-severity' });
  expect(await handler.list(list, at('2026-03-31T16:00:00.000Z'))).toMatchObject({ revision: 2 });
});

it('lists nothing while nobody says what severities there are', async () => {
  rectification.answers = false;
  await expect(handler.list(list, at('2026-04-02T08:00:00.000Z'))).rejects.toThrow(ServiceUnavailable);
  expect(await log.historyOf(opinionId)).toHaveLength(2);
});

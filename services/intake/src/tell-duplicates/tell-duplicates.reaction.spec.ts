import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Recorded } from '@redress/contracts/event';
import {
  acknowledged,
  answered,
  asked,
  lifted,
  listed,
  marked,
  movedTo,
  opinionId,
  originalId,
  refused,
  submitted,
  told,
  withdrawn,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { InTheLog, recordedAt } from '../opinion/in-the-log.examples.js';
import { opinions, originalOf } from '../opinion/opinion.js';
import { TellDuplicatesReaction } from './tell-duplicates.reaction.js';

/** Lets something else happen right after the next append. */
class Interrupted extends InMemoryEventStore {
  meanwhile: (() => Promise<unknown>) | undefined;

  override async append(...args: Parameters<InMemoryEventStore['append']>) {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    const written = await super.append(...args);
    await meanwhile?.();
    return written;
  }
}

let store: Interrupted;
let log: InTheLog;
let reaction: TellDuplicatesReaction;
beforeEach(async () => {
  store = new Interrupted(new StoppedClock(recordedAt));
  log = new InTheLog(store);
  reaction = new TellDuplicatesReaction(store, log.models);
  for (const id of [opinionId, originalId]) await log.happen(id, submitted, acknowledged);
});
afterEach(() => log.stop());

const toldOriginal = { ...told, data: { ...told.data, opinionId: originalId, about: originalId } };
const withdrawnOriginal = { ...withdrawn, data: { ...withdrawn.data, about: originalId } };
const askedBack = { ...wrote, data: { ...wrote.data, asksBack: true } };
const otherwise = { ...answered, data: { ...answered.data, answer: 'It has stopped for good.' } };

const heard = async (id = opinionId) =>
  (await log.historyOf(id))
    .filter(({ type }) => type === 'OutcomeTold' || type === 'OutcomeWithdrawn')
    .map(({ data }) => data['outcome'] ?? 'withdrawn');
const twice = async (event: Recorded): Promise<void> => {
  await reaction.react(event);
  await reaction.react(event);
};

const ENDS: readonly (readonly [string, readonly OpinionEvent[], string])[] = [
  ['was answered', [answered], answered.data.answer],
  ['was refused', [refused], refused.data.reason],
  ['was listed and told', [listed, toldOriginal], told.data.outcome],
];

describe.each(ENDS)('when the original %s', (_, events, outcome) => {
  it('the submitter of a duplicate hears it that was marked before', async () => {
    await twice(await log.happen(opinionId, marked));
    expect(await heard()).toEqual([]);
    await twice(await log.happen(originalId, ...events));
    expect(await heard()).toEqual([outcome]);
    expect(await log.lastOf(opinionId)).toMatchObject({ data: { opinionId, about: originalId } });
  });

  it('the submitter of a duplicate hears it that was marked after', async () => {
    await twice(await log.happen(originalId, ...events));
    await twice(await log.happen(opinionId, marked));
    expect(await heard()).toEqual([outcome]);
  });

  it('the submitter of a duplicate hears it once, in whichever order both come in', async () => {
    const mark = await log.happen(opinionId, marked);
    const end = await log.happen(originalId, ...events);
    for (const event of [end, mark, mark, end]) await reaction.react(event);
    expect(await heard()).toEqual([outcome]);
  });
});

it('tells each of many duplicates, and nobody whose mark was lifted', async () => {
  const others = Array.from(
    { length: 205 },
    (_, n) => `0190a5c4-3333-7aaa-8aaa-${String(n).padStart(12, '0')}` as OpinionId,
  );
  for (const id of others) await log.happen(id, submitted, acknowledged, marked);
  await log.happen(opinionId, marked, lifted);
  await reaction.react(await log.happen(originalId, answered));
  for (const id of others) expect(await heard(id)).toEqual([answered.data.answer]);
  expect(await heard()).toEqual([]);
});

it('withdraws what was told with the original, and tells the next end', async () => {
  await log.happen(opinionId, marked);
  for (const event of [listed, toldOriginal, withdrawnOriginal, toldOriginal])
    await twice(await log.happen(originalId, event));
  expect(await heard()).toEqual([told.data.outcome, 'withdrawn', told.data.outcome]);
});

it('withdraws an answer on which the other submitter asked back, in words of its own', async () => {
  await log.happen(opinionId, marked);
  for (const event of [answered, askedBack, otherwise]) await twice(await log.happen(originalId, event));
  expect(await heard()).toEqual([answered.data.answer, 'withdrawn', otherwise.data.answer]);
  expect(JSON.stringify(await log.historyOf(opinionId))).not.toContain(askedBack.data.text);
});

it('tells a duplicate all that the original was told, once that has all its ends', async () => {
  await log.happen(opinionId, marked);
  const both = { ...movedTo, data: { ...movedTo.data, leaves: undefined as never } };
  const first = { ...toldOriginal, data: { ...toldOriginal.data, stands: 'listed' as const } };
  const { issueId } = movedTo.data.joins;
  const second = { ...toldOriginal, data: { ...toldOriginal.data, issueId, outcome: 'And mended.' } };
  for (const event of [listed, both, first]) await twice(await log.happen(originalId, event));
  expect(await heard()).toEqual([]);
  await twice(await log.happen(originalId, second));
  expect(await heard()).toEqual([`${told.data.outcome}\n\nAnd mended.`]);
});

it('tells the end that holds, whatever old news comes late', async () => {
  await log.happen(opinionId, marked);
  const first = await log.happen(originalId, answered);
  const second = await log.happen(originalId, askedBack, otherwise);
  for (const event of [first, second, first]) await reaction.react(event);
  expect(await heard()).toEqual([otherwise.data.answer]);
});

it('looks once more when the end of the original changed while it was told', async () => {
  await log.happen(originalId, listed, toldOriginal);
  const mark = await log.happen(opinionId, marked);
  store.meanwhile = () => log.happen(originalId, withdrawnOriginal);
  await reaction.react(mark);
  expect(await heard()).toEqual([told.data.outcome, 'withdrawn']);
});

it('tells once more when the mark was lifted and made again', async () => {
  await log.happen(originalId, answered);
  await twice(await log.happen(opinionId, marked));
  await twice(await log.happen(opinionId, lifted, marked));
  expect(await heard()).toEqual([answered.data.answer, answered.data.answer]);
});

it('passes over what is no end and no mark', async () => {
  await log.happen(opinionId, marked);
  await reaction.react(await log.happen(originalId, asked));
  expect((await log.lastOf(opinionId)).type).toBe('OpinionMarkedDuplicate');
});

it('is tried again when the desk does not come so far', async () => {
  const end = await log.happen(originalId, answered);
  await log.stop();
  await expect(
    reaction.react({ ...end, position: '9999999999999999' as typeof end.position }),
  ).rejects.toThrow('the desk is not at 9999999999999999 yet');
});

describe('of marks that did not know of each other', () => {
  const third = '0190a5c4-2222-7aaa-8aaa-000000000044' as OpinionId;
  const of = (original: OpinionId) => ({ ...marked, data: { ...marked.data, of: original } });
  const originals = async (...ids: readonly OpinionId[]) =>
    Promise.all(ids.map(async (id) => originalOf(fold(opinions, await log.historyOf(id)))));

  it('one at most is left of a ring', async () => {
    const marks = [await log.happen(opinionId, of(originalId)), await log.happen(originalId, of(opinionId))];
    for (const mark of marks) await twice(mark);
    expect(await originals(opinionId, originalId)).toEqual([undefined, opinionId]);
  });

  it('no chain is left, whichever was made first', async () => {
    await log.happen(third, submitted, acknowledged);
    const marks = [await log.happen(opinionId, of(originalId)), await log.happen(originalId, of(third))];
    for (const mark of marks) await twice(mark);
    expect(await originals(opinionId, originalId)).toEqual([undefined, third]);
  });

  it('no chain is left when the first was looked at before the second was made', async () => {
    await log.happen(third, submitted, acknowledged);
    await twice(await log.happen(opinionId, of(originalId)));
    await twice(await log.happen(originalId, of(third)));
    expect(await originals(opinionId, originalId)).toEqual([originalId, undefined]);
    expect(await log.lastOf(originalId)).toMatchObject({
      type: 'DuplicateMarkLifted',
      actor: { role: 'system' },
      data: { reason: 'another mark was made at the same time' },
    });
  });
});

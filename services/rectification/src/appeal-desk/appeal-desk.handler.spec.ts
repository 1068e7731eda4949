import { expect, it } from '@jest/globals';
import type { ReadAppeals } from '@redress/contracts/rectification/appeal-card';
import { appealDismissed, yellowAppealed } from '@redress/contracts/rectification/escalation.examples';
import { lead, leadUnit, officer, strangeUnit } from '@redress/contracts/rectification/people.examples';
import { returned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { CardId, TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { deskAfter, idsOn } from '../desk.examples.js';
import { appealDesk } from './appeal-desk.js';
import { AppealDeskHandler } from './appeal-desk.handler.js';

const ofTask = (digit: number) => `0190a5c4-1111-7aaa-8aaa-00000000002${String(digit)}` as TaskId;
const theirs = having<TaskEvent & { type: 'CardAppealed' }>(yellowAppealed, {
  taskId: ofTask(1),
  cardId: '0190a5c4-1111-7aaa-8aaa-000000000065' as CardId,
  leadUnit: strangeUnit,
  title: 'Light the stairs',
  reason: 'Dark since May',
  colour: 'red',
});
const lapsed = having<TaskEvent & { type: 'CardAppealed' }>(yellowAppealed, {
  taskId: ofTask(2),
  cardId: '0190a5c4-1111-7aaa-8aaa-000000000066' as CardId,
});
const ended = having<TaskEvent & { type: 'TaskReturned' }>(returned, {
  taskId: ofTask(2),
  endedCards: [lapsed.data.cardId],
});
const [ours, theirId, lapsedId] = [yellowAppealed, theirs, lapsed].map(({ data }) => data.cardId);
const desk = async () =>
  new AppealDeskHandler(
    await deskAfter(appealDesk, [yellowAppealed, appealDismissed], [theirs], [lapsed, ended]),
  );

it.each<[ReadAppeals, readonly (CardId | undefined)[]]>([
  [{}, [lapsedId, theirId, ours]],
  [{ status: 'pending' }, [theirId]],
  [{ status: 'lapsed' }, [lapsedId]],
  [{ status: 'dismissed' }, [ours]],
  [{ status: 'upheld' }, []],
  [{ colour: 'red' }, [theirId]],
  [{ leadUnit }, [lapsedId, ours]],
  [{ taskId: theirs.data.taskId }, [theirId]],
  [{ text: 'stairs' }, [theirId]],
  [{ text: 'since May' }, [theirId]],
  [{ order: 'desc', limit: 1 }, [ours]],
])('finds by %j, what was appealed against first before the others', async (query, found) => {
  expect(idsOn(await (await desk()).readAppeals(query, officer))).toEqual(found);
});

it('shows a unit its own, as they stand, and nobody else any', async () => {
  const handler = await desk();
  expect(await handler.readAppeals({}, lead)).toMatchObject({
    rows: [
      { id: lapsedId, status: 'lapsed' },
      { id: ours, status: 'dismissed' },
    ],
  });
  expect(await handler.readAppeals({}, { role: 'submitter' })).toEqual({ rejected: 'not-found' });
});

import { expect, it } from '@jest/globals';
import { reviewRequested, reviewUpheld } from '@redress/contracts/rectification/aftermath.examples';
import { leadUnit, officer, strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { ReadReviews } from '@redress/contracts/rectification/review-task';
import type { Day, EntryId, TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { deskAfter, idsOn } from '../desk.examples.js';
import { reviewDesk } from './review-desk.js';
import { ReviewDeskHandler } from './review-desk.handler.js';

const theirs = having(reviewRequested, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId,
  leadUnit: strangeUnit,
  answerBy: '2026-04-01' as Day,
});
const [ourId, theirId] = [reviewRequested.data.entryId, theirs.data.entryId];

it.each<[ReadReviews, readonly EntryId[]]>([
  [{}, [theirId, ourId]],
  [{ status: 'pending' }, [theirId]],
  [{ status: 'answered' }, [ourId]],
  [{ outcome: 'upheld' }, [ourId]],
  [{ outcome: 'withdrawn' }, []],
  [{ leadUnit }, [ourId]],
  [{ taskId: theirs.data.taskId }, [theirId]],
])('finds by %j, what is to be answered first before the others', async (query, found) => {
  const handler = new ReviewDeskHandler(
    await deskAfter(reviewDesk, [reviewRequested, reviewUpheld], [theirs]),
  );
  expect(idsOn(await handler.readReviews(query, officer))).toEqual(found);
});

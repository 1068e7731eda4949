import { expect, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { reviewRequested, reviewUpheld } from '@redress/contracts/rectification/aftermath.examples';
import {
  lead,
  leadUnit,
  officer,
  strangeUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import type { ReadReviews } from '@redress/contracts/rectification/review-task';
import type { Day, EntryId, TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { idsOn, rowsAndEvents } from '../desk.examples.js';
import { judgingDesk } from '../judging/judging.examples.js';
import { reviewDesk } from './review-desk.js';
import { ReviewDeskHandler } from './review-desk.handler.js';

const theirs = having(reviewRequested, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId,
  leadUnit: strangeUnit,
  title: 'Light the stairs',
  reason: 'Dark since May',
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
  [{ text: 'stairs' }, [theirId]],
  [{ text: 'since May' }, [theirId]],
])('finds by %j, what is to be answered first before the others', async (query, found) => {
  const rows = await rowsAndEvents(reviewDesk, [reviewRequested, reviewUpheld], [theirs]);
  const handler = new ReviewDeskHandler(judgingDesk(rows, today));
  expect(idsOn(await handler.readReviews(query, officer))).toEqual(found);
});

it('says of what waits who may answer: nobody who wrote what is contested', async () => {
  const rows = await rowsAndEvents(
    reviewDesk,
    [assigned, reviewRequested],
    [
      having(assigned, { taskId: theirs.data.taskId }),
      theirs,
      having(reviewUpheld, { taskId: theirs.data.taskId, entryId: theirId }),
    ],
  );
  const handler = new ReviewDeskHandler(judgingDesk(rows, today));
  const asked = async (actor: Actor) => {
    const answer = await handler.readReviews({}, actor);
    return 'rows' in answer && answer.rows.map(({ id, judges }) => [id, judges?.map(({ keptBy }) => keptBy)]);
  };
  // In the examples, whoever acts for the lead unit wrote everything.
  expect(await asked({ ...officer, person: lead.person })).toEqual([
    [theirId, undefined],
    [ourId, ['is-an-author']],
  ]);
  expect(await asked(officer)).toEqual([
    [theirId, undefined],
    [ourId, [undefined]],
  ]);
});

import { expect, it } from '@jest/globals';
import type { ReadExtensions } from '@redress/contracts/rectification/extend-deadline';
import { granted, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  dayAfterDeadline,
  leadUnit,
  officer,
  strangeUnit,
} from '@redress/contracts/rectification/people.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { ExtensionId, TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { deskAfter, idsOn } from '../desk.examples.js';
import { extensionDesk } from './extension-desk.js';
import { ExtensionDeskHandler } from './extension-desk.handler.js';

const theirs = having<TaskEvent & { type: 'ExtensionRequested' }>(timeAsked, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  extensionId: '0190a5c4-1111-7aaa-8aaa-000000000052' as ExtensionId,
  leadUnit: strangeUnit,
  title: 'Light the stairs',
  reason: 'Dark since May',
  deadline: dayAfterDeadline,
});
const [ourId, theirId] = [timeAsked.data.extensionId, theirs.data.extensionId];

it.each<[ReadExtensions, readonly ExtensionId[]]>([
  [{}, [theirId, ourId]],
  [{ status: 'pending' }, [theirId]],
  [{ status: 'granted' }, [ourId]],
  [{ leadUnit }, [ourId]],
  [{ taskId: theirs.data.taskId }, [theirId]],
  [{ text: 'stairs' }, [theirId]],
  [{ text: 'since May' }, [theirId]],
  [{ sort: 'deadline' }, [ourId, theirId]],
])('finds by %j, what was asked first before the others', async (query, found) => {
  const handler = new ExtensionDeskHandler(await deskAfter(extensionDesk, [timeAsked, granted], [theirs]));
  expect(idsOn(await handler.readExtensions(query, officer))).toEqual(found);
});

import { expect, it } from '@jest/globals';
import type { ReadEscalations } from '@redress/contracts/rectification/escalate-task';
import { talkApproved, talkProposed } from '@redress/contracts/rectification/escalation.examples';
import { leadingGroup, leadUnit, strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { EntryId, TaskId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { deskAfter, idsOn } from '../desk.examples.js';
import { escalationDesk } from './escalation-desk.js';
import { EscalationDeskHandler } from './escalation-desk.handler.js';

const theirs = having<TaskEvent & { type: 'EscalationProposed' }>(talkProposed, {
  taskId: '0190a5c4-1111-7aaa-8aaa-000000000021' as TaskId,
  entryId: '0190a5c4-1111-7aaa-8aaa-000000000052' as EntryId,
  kind: 'circular',
  leadUnit: strangeUnit,
  title: 'Light the stairs',
  reason: 'Dark since May',
});
const [ourId, theirId] = [talkProposed.data.entryId, theirs.data.entryId];

it.each<[ReadEscalations, readonly EntryId[]]>([
  [{}, [theirId, ourId]],
  [{ status: 'proposed' }, [theirId]],
  [{ status: 'approved' }, [ourId]],
  [{ kind: 'formal-talk' }, [ourId]],
  [{ leadUnit }, [ourId]],
  [{ taskId: theirs.data.taskId }, [theirId]],
  [{ text: 'stairs' }, [theirId]],
  [{ text: 'since May' }, [theirId]],
])('finds by %j, what was proposed first before the others', async (query, found) => {
  const handler = new EscalationDeskHandler(
    await deskAfter(escalationDesk, [talkProposed, talkApproved], [theirs]),
  );
  expect(idsOn(await handler.readEscalations(query, leadingGroup))).toEqual(found);
});

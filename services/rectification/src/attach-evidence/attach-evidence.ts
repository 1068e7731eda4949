import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import type { AttachEvidence, EvidenceRejection } from '@redress/contracts/rectification/attach-evidence';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Sha256 } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { entryOf, isOver, isPlanned, type Task } from '../task/task.js';
import { responsibleUnitOf } from '../task/who.js';

const sha256Of = (text: string): Sha256 => createHash('sha256').update(text).digest('hex') as Sha256;

/** A responsible unit attaches a note or a file. After a close-out request it takes a new request to close the task. */
export const attachEvidence =
  ({ taskId, entryId, note, file }: AttachEvidence, actor: Actor) =>
  (task: Task): Decision<TaskEvent, EvidenceRejection> => {
    if (task.status === 'unassigned') return reject('no-such-task');
    const unit = responsibleUnitOf(actor, task);
    if (actor.role !== 'unit' || !unit) return reject('not-a-responsible-unit');
    const attached = file ? { sha256: file.sha256, file: { ...file } } : { sha256: sha256Of(note) };
    const evidence: TaskEvent = {
      type: 'EvidenceAttached',
      data: { taskId, entryId, unit, note, ...attached },
    };
    const before = entryOf(task, entryId);
    if (before) return isDeepStrictEqual(before, evidence) ? [] : reject('entry-id-is-taken');
    if (isOver(task)) return reject('task-is-closed');
    if (!isPlanned(task)) return reject('not-planned-yet');

    return [evidence];
  };

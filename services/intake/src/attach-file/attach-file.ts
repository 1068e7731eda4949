import type { AttachFile, AttachingRejection } from '@redress/contracts/intake/attach-file';
import { NOT_TO_BE_TRIAGED } from '@redress/contracts/intake/opinion-rejections';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Opinion } from '../opinion/opinion.js';

/** Of one opinion; enough for what it is like from all sides, and no store of files. */
export const MOST_ATTACHMENTS = 5;

/** The submitter adds a file, until the end is told. It asks nothing back: that takes words. */
export const attachFile =
  (opinionId: OpinionId, { entryId, sha256, type, size }: Omit<AttachFile, 'receipt'>) =>
  (opinion: Opinion): Decision<OpinionEvent, AttachingRejection> => {
    // A part has no receipt of its own.
    if (opinion.status === 'unsent' || opinion.status === 'taken-back') return reject('no-such-receipt');
    const before = opinion.attached.find(({ id }) => id === entryId);
    if (before?.sha256 === sha256) return [];
    if (before || opinion.entries.some(({ id }) => id === entryId)) return reject('entry-id-is-taken');
    if (opinion.status === 'refused' || opinion.status === 'told')
      return reject(NOT_TO_BE_TRIAGED[opinion.status]);
    if (opinion.attached.length >= MOST_ATTACHMENTS) return reject('too-many-attachments');

    return [{ type: 'FileAttached', data: { opinionId, entryId, file: { sha256, type, size } } }];
  };

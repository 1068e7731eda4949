import { type OpinionEvent, opinionEvents } from '@redress/contracts/intake/opinion.events';
import type { Sha256 } from '@redress/contracts/values';
import type { Projection } from '@redress/read-models/projection';

/** A file that an event names. */
export type AttachedFile = { readonly id: string; readonly sha256: Sha256 };

/** Every file that somebody added to an opinion, until who signed it is erased: then nobody names it any more. */
export const attachedFiles: Projection<OpinionEvent, AttachedFile> = {
  name: 'attachedFiles',
  version: 1,
  of: opinionEvents,
  indexes: [['sha256']],
  search: [],
  on: {
    FileAttached: ({ file: { sha256 } }, { stream, revision }) => ({
      put: { id: `${stream} ${String(revision)}`, sha256 },
    }),
  },
};

import {
  type FindingContent,
  type FindingEvent,
  findingEvents,
} from '@redress/contracts/inspection/finding.events';
import type { Recorded } from '@redress/contracts/event';
import type { Change, Projection } from '@redress/read-models/projection';
import type { NamingEvent } from './named-files.js';

const naming = (
  contents: readonly FindingContent[],
  { stream, revision }: Omit<Recorded, 'data'>,
): Change<NamingEvent> => ({
  put: {
    id: `${stream} ${String(revision)}`,
    files: [...new Set(contents.flatMap(({ files }) => files.map(({ sha256 }) => sha256)))],
  },
});

/** Every file that an event of a finding names. None is ever taken off: an event stays. */
export const filesOfFindings: Projection<FindingEvent, NamingEvent> = {
  name: 'filesOfFindings',
  version: 1,
  of: findingEvents,
  indexes: [],
  held: { files: [] },
  search: [],
  on: {
    FindingRecorded: (data, recorded) => naming([data], recorded),
    FindingDrafted: (data, recorded) => naming([data], recorded),
    FindingChanged: (data, recorded) => naming([data], recorded),
    FindingSplit: (data, recorded) => naming([data, data.part], recorded),
    FindingSplitOff: (data, recorded) => naming([data], recorded),
    FindingTookIn: (data, recorded) => naming([data], recorded),
  },
};

import type { Recorded } from '@redress/contracts/event';
import type { Entry } from '@redress/contracts/rectification/task-entries';

type Metadata = Omit<Recorded, 'data'>;

/** Where the stream stands with an event, and since when. */
export const moved = ({ revision, happenedAt }: Metadata) => ({ revision, changedAt: happenedAt });

/** Who wrote an entry, and when. */
export const authorship = ({ happenedAt, actor: { person } }: Metadata): Entry => ({
  at: happenedAt,
  ...(person && { by: person }),
});

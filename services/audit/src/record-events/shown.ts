import { asKept } from '@redress/contracts/anonymity';
import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import { withoutProofs } from '@redress/contracts/personal';
import type { Sealing } from '@redress/sealing/sealing';
import type { KeptEvent } from './audited-events.js';

/** Events for who may read them: opened, with what is personal named. What cannot be opened says so; what proves somebody is withheld. */
export const shown = async (
  sealing: Sealing,
  kept: readonly KeptEvent[],
): Promise<readonly AuditedEvent[]> => {
  const opened = await sealing.show(kept);
  return opened.map((event, index) => {
    const sealed = kept[index]?.sealed;
    const { data, happenedAt, recordedAt, actor } = event;
    return {
      ...event,
      data: withoutProofs(data),
      happenedAt: asKept(happenedAt, actor),
      recordedAt: asKept(recordedAt, actor),
      ...(sealed && { personal: Object.keys(sealed) }),
    };
  });
};

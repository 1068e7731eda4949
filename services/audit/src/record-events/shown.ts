import { asKept } from '@redress/contracts/anonymity';
import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { Sealing } from '@redress/sealing/sealing';
import type { KeptEvent } from './audited-events.js';

/** Events for who may read them: opened, with what is personal named. What cannot be opened says so. */
export const shown = async (
  sealing: Sealing,
  kept: readonly KeptEvent[],
): Promise<readonly AuditedEvent[]> => {
  const opened = await sealing.show(kept);
  return opened.map((event, index) => {
    const sealed = kept[index]?.sealed;
    const { happenedAt, recordedAt, actor } = event;
    return {
      ...event,
      happenedAt: asKept(happenedAt, actor),
      recordedAt: asKept(recordedAt, actor),
      ...(sealed && { personal: Object.keys(sealed) }),
    };
  });
};

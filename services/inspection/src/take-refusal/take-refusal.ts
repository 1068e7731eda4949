import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { IssuingRefusal } from '@redress/contracts/inspection/finding-words';
import type { EntryId } from '@redress/contracts/values';
import type { Decision } from '@redress/eventsourcing/decision';
import type { Finding } from '../finding/finding.js';

/** Rectification did not take it: whoever looks sees why, and it may be issued again. Of an older attempt, it is known already. */
export const takeRefusal =
  (attempt: EntryId, reason: IssuingRefusal) =>
  (finding: Finding): Decision<FindingEvent, never> => {
    if (finding.status === 'unknown' || finding.issuing?.attempt !== attempt || finding.task) return [];
    const { findingId, unit } = finding.about;
    return [{ type: 'FindingRefused', data: { findingId, attempt, unit, reason } }];
  };

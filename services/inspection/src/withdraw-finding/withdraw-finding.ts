import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { WithdrawFinding } from '@redress/contracts/inspection/record-finding';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import type { Finding } from '../finding/finding.js';
import { type Ground, leavesOut } from '../finding/grounds-of-words.js';
import { IS_SETTLED } from '../finding/is-settled.js';
import { saidBefore } from '../finding/said-before.js';
import { asWriter, type Writer } from '../finding/who-writes.js';

/** It does not hold. What an item must have stays as long as the item fails; it may be joined to another one. */
export const withdrawFinding =
  ({ findingId, entryId, reason }: WithdrawFinding, writer: Writer, ground: Ground) =>
  (finding: Finding): Decision<FindingEvent, FindingRejection> => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    const act = asWriter(ground.visit, writer);
    if ('rejected' in act) return act;
    const before = saidBefore(finding, entryId, 'FindingWithdrawn', { reason });
    if (before) return before === 'repeat' ? [] : reject('entry-id-is-taken');
    const settled = IS_SETTLED[finding.status];
    if (settled) return reject(settled);
    if (finding.sources.size > 0) return reject('has-taken-in-others');
    if (leavesOut(finding.content.restsOn, [], ground)) return reject('item-must-have-a-finding');

    return [{ type: 'FindingWithdrawn', data: { findingId, entryId, ground: 'by-hand', reason, ...act } }];
  };

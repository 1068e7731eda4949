import type { Actor } from '@redress/contracts/envelope';
import type { CommentOnFinding } from '@redress/contracts/inspection/issue-finding';
import type { Day } from '@redress/contracts/values';
import { reject } from '@redress/eventsourcing/decision';
import type { Decide } from '../finding/decide.js';
import { IS_SETTLED } from '../finding/is-settled.js';
import { asIssuer, asWriter, type Writer } from '../finding/who-writes.js';
import type { KnownVisit } from '../visit/visit.js';

/** The inspected unit is told of it, by who wrote it, who heads the team, or the office. */
export const communicateFinding =
  (writer: Writer, visit: KnownVisit): Decide =>
  (finding) => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    const act = writer.actor.role === 'office' ? asIssuer(writer) : asWriter(visit, writer);
    if ('rejected' in act) return act;
    if (finding.communicatedOn) return [];
    const settled = IS_SETTLED[finding.status];
    if (settled) return reject(settled);
    if (finding.status === 'drafted') return reject('not-in-words-yet');

    const { findingId, unit } = finding.about;
    return [{ type: 'FindingCommunicated', data: { findingId, unit, ...act } }];
  };

/** What the unit says to it. To another's, or to one that it was not told of, nothing: it does not see that there is one. */
export const commentOnFinding =
  ({ findingId, entryId, text }: CommentOnFinding, { role, unit, person }: Actor, on: Day): Decide =>
  (finding) => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    if (role !== 'unit' || !unit) return reject('not-the-inspected-unit');
    if (unit !== finding.about.unit || !finding.communicatedOn) return reject('no-such-finding');
    const before = finding.comments.get(entryId);
    if (before !== undefined) return before === text ? [] : reject('entry-id-is-taken');
    const settled = IS_SETTLED[finding.status];
    if (settled) return reject(settled);

    const by = person && { by: person };
    return [{ type: 'FindingCommented', data: { findingId, entryId, unit, text, on, ...by } }];
  };

import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { JoinFinding, PartFinding } from '@redress/contracts/inspection/record-finding';
import { reject } from '@redress/eventsourcing/decision';
import type { Decide } from '../finding/decide.js';
import { asUnissued, type Finding, type KnownFinding } from '../finding/finding.js';
import { IS_SETTLED } from '../finding/is-settled.js';
import { saidBefore } from '../finding/said-before.js';
import { asWriter, type Writer } from '../finding/who-writes.js';
import type { KnownVisit } from '../visit/visit.js';

/** So many findings may be part of one. */
export const MOST_SOURCES = 20;

/**
 * It becomes part of another one of the same unit. The stream of the other decides in the end: where it was issued, joined or
 * withdrawn itself in the meantime, the service undoes the joining.
 */
export const joinFinding =
  (
    { findingId, entryId, into, reason }: JoinFinding,
    writer: Writer,
    visit: KnownVisit,
    target: Finding,
  ): Decide =>
  (finding) => {
    if (finding.status === 'unknown') return reject('no-such-finding');
    const act = asWriter(visit, writer);
    if ('rejected' in act) return act;
    const before = saidBefore(finding, entryId, 'FindingJoined', { into, reason });
    if (before) return before === 'repeat' ? [] : reject('entry-id-is-taken');
    const settled = IS_SETTLED[finding.status];
    if (settled) return reject(settled);
    if (finding.sources.size > 0) return reject('has-taken-in-others');
    if (into === findingId) return reject('joined-into-itself');
    const refused = cannotTakeIn(target);
    if (refused) return reject(refused);
    if (target.status === 'unknown' || target.about.unit !== finding.about.unit)
      return reject('not-of-the-same-unit');

    return [{ type: 'FindingJoined', data: { findingId, entryId, into, reason, ...act } }];
  };

const cannotTakeIn = (target: Finding): FindingRejection | undefined => {
  if (target.status === 'unknown') return 'no-other-finding';
  if (target.status === 'joined') return 'target-is-joined';
  if (target.status === 'withdrawn') return 'target-is-withdrawn';
  if (IS_SETTLED[target.status]) return 'target-is-issued';
  return target.sources.size >= MOST_SOURCES ? 'target-is-full' : undefined;
};

type Joined = Extract<FindingEvent, { type: 'FindingJoined' }>['data'];
type GaveBack = Extract<FindingEvent, { type: 'FindingGaveBack' }>['data'];

/** The other side: it takes in what the source says. */
export const takeIn =
  ({ entryId, into, findingId: source }: Joined, { content, authors }: KnownFinding): Decide =>
  (target) => {
    if (target.status !== 'unknown' && target.joinings.has(entryId)) return [];
    const refused = cannotTakeIn(target);
    if (refused) return reject(refused);
    const data = { findingId: into, entryId, source, ...content, authors };
    return [{ type: 'FindingTookIn', data }];
  };

/** It is on its own again, as long as the other one is not issued. `source` is that which goes. */
export const giveBack =
  ({ findingId: source, entryId, reason }: PartFinding, writer: Writer, visit: KnownVisit): Decide =>
  (target) => {
    if (target.status === 'unknown') return reject('no-such-finding');
    const act = asWriter(visit, writer);
    if ('rejected' in act) return act;
    if (!target.joinings.has(entryId)) return reject('not-taken-in-yet');
    if (!target.sources.has(entryId)) return [];
    const settled = IS_SETTLED[target.status];
    if (settled) return reject(settled);

    const { findingId } = target.about;
    return [{ type: 'FindingGaveBack', data: { findingId, entryId, source, reason, ...act } }];
  };

/** The other side of that, or of a joining that the other one could not take. */
export const part =
  (why: Pick<GaveBack, 'entryId'> & ({ readonly reason: string } | { readonly because: string })) =>
  (source: Finding): readonly FindingEvent[] => {
    if (source.status === 'unknown' || source.joining?.entryId !== why.entryId) return [];
    const { into: from } = source.joining;
    const { findingId } = source.about;
    return [{ type: 'FindingParted', data: { findingId, from, stands: asUnissued(source), ...why } }];
  };

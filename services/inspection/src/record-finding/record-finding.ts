import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { RecordFinding } from '@redress/contracts/inspection/record-finding';
import type { Instant } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { outsideOf } from '../fill-in-visit/entries.js';
import { contentIn, type Finding } from '../finding/finding.js';
import { baseless, type Ground } from '../finding/grounds-of-words.js';
import { plain, saysTheSame } from '../finding/said-before.js';
import { asWriter, type Writer } from '../finding/who-writes.js';
import type { KnownVisit } from '../visit/visit.js';

/** An inspector of the visit, or who heads the team, puts on record what the visit established. */
export const recordFinding =
  (command: RecordFinding, writer: Writer, now: Instant, ground: Ground) =>
  (finding: Finding): Decision<FindingEvent, FindingRejection> => {
    const { visit } = ground;
    const { kind, teamId, unit, roundId, visitId } = visit.plan;
    if (kind === 'self-check' || !teamId) return reject('self-check-has-no-findings');
    const act = asWriter(visit, writer);
    if ('rejected' in act) return act;
    if (finding.status !== 'unknown')
      return finding.recorded &&
        saysTheSame(finding.recorded, { ...command, at: command.at ?? finding.recorded.at })
        ? []
        : reject('finding-is-another');
    const notThere = NOT_THERE[visit.status];
    if (notThere) return reject(notThere);
    const at = command.at ?? now;
    const outside = outsideOf(visit, at, now) ?? baseless(command.restsOn, ground);
    if (outside) return reject(outside);

    const about = { findingId: command.findingId, visitId, unit, ...(roundId && { roundId }), teamId, kind };
    const seenOn = visit.opened?.on ?? visit.on;
    return [
      { type: 'FindingRecorded', data: plain({ ...about, seenOn, ...contentIn(command), at, ...act }) },
    ];
  };

const NOT_THERE: Readonly<Partial<Record<KnownVisit['status'], FindingRejection>>> = {
  planned: 'visit-not-open',
  cancelled: 'visit-is-cancelled',
  missed: 'visit-is-missed',
};

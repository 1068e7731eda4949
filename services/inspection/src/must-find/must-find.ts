import { draftIdOf } from '@redress/contracts/inspection/finding-ids';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { ItemId } from '@redress/contracts/values';
import { asUnissued, type Finding, type KnownFinding } from '../finding/finding.js';
import type { GivenAnswer } from '../visit/visit.js';

export type Submitted = Extract<VisitEvent, { type: 'VisitSubmitted' }>['data'];
/** A visit as it was submitted, and at which revision of its stream. */
export type Submission = { readonly submitted: Submitted; readonly visitRevision: number };

/**
 * What the items of a finding come to in the visit as it was submitted now. A draft that nobody has put into words goes
 * when none of them fails any more; what somebody wrote stays, with the trace.
 */
export const judge =
  ({ submitted, visitRevision }: Submission) =>
  (finding: Finding): readonly FindingEvent[] => {
    if (finding.status === 'unknown' || finding.status === 'withdrawn') return [];
    const { restsOn } = finding.content;
    if (restsOn.length === 0) return [];
    const { findingId } = finding.about;
    const isFailing = (id: ItemId): boolean => submitted.failed.some(({ itemId }) => itemId === id);
    const items = [...new Set(restsOn.map(({ itemId }) => itemId))];
    const [failing, notFailing] = [items.filter(isFailing), items.filter((id) => !isFailing(id))];
    if (finding.judged && finding.judged.visitRevision >= visitRevision) return [];

    const judged = { findingId, visitRevision, failing, notFailing };
    const events: FindingEvent[] = [{ type: 'FindingItemsJudged', data: judged }];
    const isUntouched = finding.status === 'drafted' && finding.sources.size === 0;
    if (!isUntouched || failing.length > 0) return events;
    return [
      ...events,
      { type: 'FindingWithdrawn', data: { findingId, ground: 'items-pass', visitRevision } },
    ];
  };

type Failed = Submitted['failed'][number];

/** Which of the items that failed and must have a finding have none. */
export const withoutFinding = (
  { submitted }: Submission,
  findings: readonly KnownFinding[],
): readonly Failed[] =>
  submitted.failed.filter(
    ({ itemId, mustFind }) =>
      mustFind &&
      !findings.some((one) => counts(one) && one.content.restsOn.some((rests) => rests.itemId === itemId)),
  );

/** One that a review took back was a finding, and has been dealt with. */
const counts = ({ status, task }: KnownFinding): boolean =>
  status !== 'withdrawn' || task?.standing === 'withdrawn';

/** Such an item gets one, in the words of the checklist and of who answered; one that was taken back before is there again. */
export const draft =
  (
    { submitted, visitRevision }: Submission,
    { itemId, entryId, text }: Failed,
    answer: Pick<GivenAnswer, 'note' | 'files'> | undefined,
    findingId = draftIdOf(submitted.visitId, itemId),
  ) =>
  (finding: Finding): readonly FindingEvent[] => {
    const { visitId, unit, roundId, teamId, kind, seenOn } = submitted;
    if (!teamId) return [];
    if (finding.status !== 'unknown') {
      const data = { findingId, visitRevision, stands: asUnissued(finding) };
      return counts(finding) ? [] : [{ type: 'FindingRestored', data }];
    }

    const about = { findingId, visitId, unit, ...(roundId && { roundId }), teamId, kind, seenOn };
    const note = answer?.note ?? `${text.zh} / ${text.en}`;
    const words = { fact: note, basis: `${text.zh} / ${text.en}`, restsOn: [{ itemId, entryId }] };
    const data = { ...about, ...words, files: answer?.files ?? [], itemId, entryId, text, visitRevision };
    return [{ type: 'FindingDrafted', data }];
  };

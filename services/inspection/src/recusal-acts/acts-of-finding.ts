import type { Recorded } from '@redress/contracts/event';
import { knownThen } from '@redress/contracts/inspection/known-then';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import type { Act, ActKind } from '@redress/contracts/inspection/recusal-acts';

/** What people do with a finding of a unit. What the service writes down because of something else is nobody's act. */
const KINDS: Readonly<Partial<Record<FindingEvent['type'], ActKind>>> = {
  FindingRecorded: 'finding-recorded',
  FindingChanged: 'finding-changed',
  FindingCommunicated: 'finding-communicated',
  FindingJoined: 'finding-joined',
  FindingGaveBack: 'finding-parted',
  FindingSplit: 'finding-split',
  FindingWithdrawn: 'finding-withdrawn',
  FindingIssued: 'finding-issued',
};

type Acted = Pick<Extract<FindingEvent, { type: 'FindingRecorded' }>['data'], 'by' | 'on' | 'recusal'>;

/** Who acted on a finding, from its history; each event has what was known of them. */
export const actsOfFinding = (history: readonly (FindingEvent & Recorded)[]): readonly Act[] =>
  history.flatMap((event): readonly Act[] => {
    const act = KINDS[event.type];
    const { by: person, on, recusal } = event.data as Partial<Acted>;
    if (!act || !person || !on || !recusal) return [];
    return [
      {
        act,
        person,
        on,
        at: event.happenedAt,
        recordedAt: event.recordedAt,
        times: 1,
        units: recusal.units,
        caseId: event.correlationId,
        findingId: event.data.findingId,
        known: knownThen(recusal),
      },
    ];
  });

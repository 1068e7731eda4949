import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { RoundRecord } from './round-record.js';
import type { VisitRecord } from './visit-record.js';

/** A visit as it was handed in, and was not given back since. */
export type Submitted = VisitRecord & {
  readonly submission: Extract<VisitEvent, { type: 'VisitSubmitted' }>['data'];
};

const isSubmitted = (visit: VisitRecord): visit is Submitted => visit.submission !== undefined;

/** What inspectors handed in. What a unit says of itself is counted apart. */
export const inspectedIn = ({ visits }: RoundRecord): readonly Submitted[] =>
  visits.all.filter(isSubmitted).filter(({ plan }) => plan.kind !== 'self-check');

export const selfCheckedIn = ({ visits }: RoundRecord): readonly Submitted[] =>
  visits.all.filter(isSubmitted).filter(({ plan }) => plan.kind === 'self-check');

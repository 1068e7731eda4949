import type { VisitRejection, VisitStatus } from '@redress/contracts/inspection/visit-words';

/** Why nothing is done any more in a visit that was submitted, or did not take place. */
export const IS_OVER: Readonly<Partial<Record<VisitStatus, VisitRejection>>> = {
  submitted: 'visit-is-submitted',
  cancelled: 'visit-is-cancelled',
  missed: 'visit-is-missed',
};

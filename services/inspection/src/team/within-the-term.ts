import type { Span } from '../dated/dated.js';

/** Whether something begins, and if its end is known ends, while the team is there. What has no end ends with the team. */
export const isWithin = ({ from, until }: Span, term: Span): boolean =>
  from >= term.from && (term.until === undefined || (until ?? from) <= term.until);

import type { EventSpan } from '@redress/contracts/inspection/report-numbers';
import type { MessageId, Position } from '@redress/contracts/values';

/** Which event said something. */
export type Mark = { readonly id: MessageId; readonly position: Position; readonly type: string };

/** The stretch of the log of these events; of none, the whole that was looked at. */
export const spanOf = (marks: readonly Mark[], whole: Pick<EventSpan, 'from' | 'to'>): EventSpan => {
  const events = [...new Map(marks.map((mark) => [mark.id, mark])).values()].toSorted((one, other) =>
    one.position < other.position ? -1 : 1,
  );
  const [first, last] = [events.at(0), events.at(-1)];
  return {
    from: first?.position ?? whole.from,
    to: last?.position ?? whole.to,
    count: events.length,
    types: [...new Set(events.map(({ type }) => type))].toSorted(),
    ...(first && { first: first.id }),
    ...(last && { last: last.id }),
  };
};

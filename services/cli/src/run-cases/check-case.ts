import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { CaseHistory } from '@redress/contracts/audit/case-history';
import type { ReceiptView } from '@redress/contracts/intake/receipt';
import type { Walk } from './walk-case.js';

/** What is found of a case afterwards; undefined what is not there. */
export type Found = { readonly receipt: ReceiptView | undefined; readonly history: CaseHistory | undefined };

/** What nobody does in person, and must be in the history of a case all the same. */
const REACTIONS = ['IssueListed', 'TaskBegunOnIssue', 'TaskClosedOnIssue', 'IssueResolved', 'OutcomeTold'];

/** So many events the case has at least, when nothing is lost. */
export const eventsIn = ({ acknowledged, isOver }: Walk): number =>
  acknowledged.length + (isOver ? REACTIONS.length : 0);

/** What was acknowledged and is not found: the receipt, and each event where it was said to stand. */
export const lostOf = ({ sent, acknowledged }: Walk, { receipt, history }: Found): readonly string[] => {
  const held = new Set(history?.entries.map(placeOf));
  const events = acknowledged.filter((event) => !held.has(placeOf(event))).map(({ yields }) => yields);
  return sent && !receipt ? ['the receipt', ...events] : events;
};

/** In what a case that came to its end is not as it should be; of another, it is known already that it did not. */
export const faultsOf = (walk: Walk, { receipt, history }: Found): readonly string[] => {
  if (!walk.isOver) return [];
  const entries = history?.entries ?? [];
  const types = new Set(entries.map(({ type }) => type));
  const missing = REACTIONS.filter((type) => !types.has(type));
  return [
    ...(receipt?.status === 'told' && receipt.outcome === walk.reply
      ? []
      : ['the receipt does not show the outcome']),
    ...(history?.complete ? [] : ['the history has gaps']),
    ...missing.map((type) => `${type} is not in the history`),
    ...outOfPlace(walk, entries),
  ];
};

/** Each step must be what was done, by the post that did it, and after the step before it in the same service. */
const outOfPlace = ({ acknowledged }: Walk, entries: readonly AuditedEvent[]): readonly string[] => {
  const held = new Map(entries.map((entry, index) => [placeOf(entry), { entry, index }]));
  const last = new Map<string, number>();
  return acknowledged.flatMap((step) => {
    const at = held.get(placeOf(step));
    if (!at) return [];
    const isInOrder = at.index > (last.get(step.service) ?? -1);
    last.set(step.service, at.index);
    const { type, actor } = at.entry;
    return [
      ...(type === step.yields && actor.post === step.post
        ? []
        : [`${step.yields} was not done by whom it should`]),
      ...(isInOrder ? [] : [`${step.yields} is not in its order`]),
    ];
  });
};

const placeOf = ({ service, position }: { readonly service: string; readonly position: string }): string =>
  `${service} ${position}`;

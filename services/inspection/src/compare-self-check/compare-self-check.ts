import type { ComparedItem, Comparison } from '@redress/contracts/inspection/visit-items';
import type { ItemId } from '@redress/contracts/values';
import type { GivenAnswer, KnownVisit } from '../visit/visit.js';

/** What a unit said of itself beside what inspectors found, item by item in the order of the checklist. */
export const compared = (
  items: Iterable<ItemId>,
  selfCheck: KnownVisit,
  inspection: KnownVisit,
): Comparison => {
  const rows = [...items].map((itemId) =>
    rowOf(itemId, selfCheck.answers.get(itemId), inspection.answers.get(itemId)),
  );
  return {
    selfCheckVisit: selfCheck.plan.visitId,
    inspectionVisit: inspection.plan.visitId,
    different: rows.filter(({ differs }) => differs).length,
    items: rows,
  };
};

const rowOf = (
  itemId: ItemId,
  self: GivenAnswer | undefined,
  inspected: GivenAnswer | undefined,
): ComparedItem => {
  const [selfNumber, inspectedNumber] = [self?.answer.number, inspected?.answer.number];
  return {
    itemId,
    ...(self && { selfCheck: self.result }),
    ...(inspected && { inspection: inspected.result }),
    ...(selfNumber !== undefined && { selfNumber }),
    ...(inspectedNumber !== undefined && { inspectedNumber }),
    differs:
      self?.result !== inspected?.result ||
      selfNumber !== inspectedNumber ||
      self?.answer.choice !== inspected?.answer.choice,
  };
};

import { describe, it } from '@jest/globals';
import {
  holder,
  lifted,
  marked,
  officer,
  opinionId,
  originalId,
  partBegun,
  partId,
} from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { histories, standing } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { liftDuplicateMark, markDuplicate } from './mark-duplicate.js';

const { given } = specFor(opinions);
const acknowledged = given(...histories.acknowledged);
const mark = { opinionId, of: originalId };
const original = standing(...histories.acknowledged);
const alone = { original, hasDuplicates: false };
const lift = { opinionId, reason: lifted.data.reason };

describe('the office marks a duplicate', () => {
  it('of an original, however that stands', () => {
    for (const status of ['submitted', 'acknowledged', 'answered', 'refused', 'listed', 'told'] as const)
      acknowledged
        .when(markDuplicate(mark, officer, { ...alone, original: standing(...histories[status]) }))
        .yields(marked);
  });

  it('once more, when the mark was lifted', () => {
    given(...histories.duplicate, lifted)
      .when(markDuplicate(mark, officer, alone))
      .yields(marked);
  });

  it.each([
    ['no-such-opinion', given(), mark, officer, alone],
    ['not-the-office', acknowledged, mark, holder, alone],
    ['duplicate-of-itself', acknowledged, { ...mark, of: opinionId }, officer, alone],
    ['no-such-original', acknowledged, mark, officer, { ...alone, original: standing() }],
    ['has-duplicates-itself', acknowledged, mark, officer, { ...alone, hasDuplicates: true }],
    ['is-a-duplicate', given(...histories.duplicate), { ...mark, of: opinionId }, officer, alone],
  ] as const)('but is told %s', (reason, opinion, command, actor, around) => {
    opinion.when(markDuplicate(command, actor, around)).isRejected(reason);
  });

  it('but not of a duplicate, even one whose submitter was told', () => {
    for (const way of ['duplicate', 'told as a duplicate'] as const)
      acknowledged
        .when(markDuplicate(mark, officer, { ...alone, original: standing(...histories[way]) }))
        .isRejected('original-is-a-duplicate');
  });
});

it('marks no part as a duplicate of what is split: two wholes could wait for each other', () => {
  const split = { ...alone, original: standing(...histories.split) };
  const part = { ...mark, opinionId: partId };
  given(partBegun)
    .when(markDuplicate(part, officer, split))
    .isRejected('original-is-split');
  acknowledged.when(markDuplicate(mark, officer, split)).yields(marked);
  given(partBegun)
    .when(markDuplicate(part, officer, alone))
    .yields({ ...marked, data: { ...marked.data, opinionId: partId } });
});

describe('a mark is lifted', () => {
  it('by the office, or by the service when two marks met, told or not', () => {
    for (const way of ['duplicate', 'told as a duplicate'] as const)
      for (const actor of [officer, { role: 'system' } as const])
        given(...histories[way])
          .when(liftDuplicateMark(lift, actor))
          .yields(lifted);
  });

  it.each([
    ['no-such-opinion', given(), officer],
    ['not-the-office', given(...histories.duplicate), holder],
    ['not-a-duplicate', acknowledged, officer],
    ['not-a-duplicate', given(...histories.told), officer],
  ] as const)('but not when %s', (reason, opinion, actor) => {
    opinion.when(liftDuplicateMark(lift, actor)).isRejected(reason);
  });
});

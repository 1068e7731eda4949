import { describe, it } from '@jest/globals';
import {
  holder,
  join,
  officer,
  opinionSplit,
  partBegun,
  partId,
  partsJoined,
  splitIt,
} from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { joinParts, splitOpinion } from './split-opinion.js';

const { given } = specFor(opinions);
const acknowledged = given(...histories.acknowledged);
const split = given(...histories.split);
const [noise, lamp] = splitIt.parts as [(typeof splitIt.parts)[0], (typeof splitIt.parts)[0]];
const otherwise = { ...splitIt, parts: [noise, { ...lamp, title: '路灯' }] };

describe('the office splits an opinion', () => {
  it('that speaks of several matters', () => {
    acknowledged.when(splitOpinion(splitIt, officer, false)).yields(opinionSplit);
  });

  it('once, even when the parts have their ids by then, and were told', () => {
    for (const way of ['split', 'told of its parts'] as const)
      given(...histories[way])
        .when(splitOpinion(splitIt, officer, true))
        .changesNothing();
  });

  it('once more, otherwise, when the parts were joined', () => {
    given(...histories.split, partsJoined)
      .when(splitOpinion(otherwise, officer, false))
      .yields({ ...opinionSplit, data: otherwise });
  });

  it.each([
    ['no-such-opinion', given(), splitIt, officer, false],
    ['no-such-opinion', given(), splitIt, holder, false],
    ['not-the-office', acknowledged, splitIt, holder, false],
    ['is-a-part', given(partBegun), { ...splitIt, opinionId: partId }, officer, false],
    ['not-acknowledged-yet', given(...histories.submitted), splitIt, officer, false],
    ['already-listed', given(...histories.listed), splitIt, officer, false],
    ['is-split', split, otherwise, officer, false],
    ['part-named-twice', acknowledged, { ...splitIt, parts: [noise, noise] }, officer, false],
    [
      'part-named-twice',
      acknowledged,
      { ...splitIt, parts: [noise, { ...lamp, opinionId: splitIt.opinionId }] },
      officer,
      false,
    ],
    ['opinion-id-is-taken', acknowledged, splitIt, officer, true],
  ] as const)('but is told %s', (reason, opinion, { parts, ...command }, actor, isTaken) => {
    opinion.when(splitOpinion({ ...command, parts: [...parts] }, actor, isTaken)).isRejected(reason);
  });
});

describe('the office takes the parts together again', () => {
  it('and the opinion is to be triaged', () => {
    split.when(joinParts(join, officer, false)).yields(partsJoined);
  });

  it.each([
    ['no-such-opinion', given(), officer, false],
    ['not-the-office', split, holder, false],
    ['not-split', acknowledged, officer, false],
    ['not-split', given(...histories.duplicate), officer, false],
    ['part-is-in-hand', split, officer, true],
    ['part-is-in-hand', given(...histories['told of its parts']), officer, true],
  ] as const)('but is told %s', (reason, opinion, actor, isInHand) => {
    opinion.when(joinParts(join, actor, isInHand)).isRejected(reason);
  });
});

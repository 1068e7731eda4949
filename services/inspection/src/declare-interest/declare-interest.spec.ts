import { describe, it } from '@jest/globals';
import {
  declareInterest as declare,
  endInterest as end,
  endOfMarch,
  interestDeclared,
  interestEnded,
  otherInterest,
} from '@redress/contracts/inspection/interest.examples';
import { endOfMay, january } from '@redress/contracts/inspection/team.examples';
import {
  inspector,
  lead,
  officer,
  strangeUnit,
  today,
  tomorrow,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { interestsOf } from '../interest/interests.js';
import { declareInterest, endInterest } from './declare-interest.js';

const { given } = specFor(interestsOf);
const nothing = given();
const declared = given(interestDeclared);
const over = given(interestDeclared, interestEnded);
const facts = { isKnown: true, isThere: true };

describe('an interest is declared', () => {
  it('by the person or by the office, from a day that may be long past, with an end or without', () => {
    nothing.when(declareInterest(declare, inspector, facts)).yields(interestDeclared);
    nothing.when(declareInterest(declare, officer, facts)).yields(interestDeclared);
    nothing
      .when(declareInterest({ ...declare, until: january }, inspector, facts))
      .yields(having(interestDeclared, { until: january }));
    const another = { ...declare, interestId: otherInterest };
    declared
      .when(declareInterest(another, inspector, facts))
      .yields(having(interestDeclared, { interestId: otherInterest }));
  });

  it('once, whatever the directory says by then', () => {
    const gone = { isKnown: false, isThere: false };
    declared.when(declareInterest(declare, officer, gone)).changesNothing();
    over.when(declareInterest(declare, inspector, facts)).changesNothing();
  });

  it.each([
    ['not-yours-to-declare', nothing, declare, lead, facts],
    ['nobody-with-this-id', nothing, declare, officer, { ...facts, isKnown: false }],
    ['no-such-unit', nothing, declare, officer, { ...facts, isThere: false }],
    ['ends-before-it-begins', nothing, { ...declare, from: today, until: yesterday }, officer, facts],
    ['interest-is-another', declared, { ...declare, unit: strangeUnit }, officer, facts],
    ['interest-is-another', declared, { ...declare, reason: 'My brother does' }, officer, facts],
    ['interest-is-another', declared, { ...declare, from: today }, officer, facts],
    ['interest-is-another', over, { ...declare, until: endOfMarch }, officer, facts],
  ] as const)('but not when %s', (reason, interests, command, actor, known) => {
    interests.when(declareInterest(command, actor, known)).isRejected(reason);
  });
});

describe('an interest ends', () => {
  it('on a later day, or today', () => {
    declared.when(endInterest(end, inspector, today)).yields(interestEnded);
    declared.when(endInterest(end, officer, endOfMarch)).yields(interestEnded);
    const earlier = { ...end, until: today };
    over.when(endInterest(earlier, officer, today)).yields(having(interestEnded, { until: today }));
  });

  it('once, even when that is told again long after', () => {
    over.when(endInterest(end, inspector, endOfMay)).changesNothing();
  });

  it.each([
    ['not-yours-to-declare', declared, end, lead],
    ['no-such-interest', nothing, end, officer],
    ['no-such-interest', declared, { ...end, interestId: otherInterest }, officer],
    ['reaches-back', declared, { ...end, until: yesterday }, officer],
    ['ended-otherwise', over, { ...end, until: endOfMay }, officer],
    [
      'ends-before-it-begins',
      given(having(interestDeclared, { from: endOfMay })),
      { ...end, until: tomorrow },
      officer,
    ],
  ] as const)('but not when %s', (reason, interests, command, actor) => {
    interests.when(endInterest(command, actor, today)).isRejected(reason);
  });
});

import { describe, it } from '@jest/globals';
import {
  endOfMarch,
  endOverride as end,
  interestDeclared,
  interestInLeadUnit,
  otherOverride,
  overrideEnded,
  overrideId,
  overrideRecusal as override,
  recusalOverridden,
} from '@redress/contracts/inspection/interest.examples';
import { endOfMay } from '@redress/contracts/inspection/team.examples';
import {
  inspector,
  leadingGroup,
  officer,
  strangeUnit,
  today,
  tomorrow,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { interestsOf } from '../interest/interests.js';
import { endOverride, overrideRecusal } from './override-recusal.js';

const { given } = specFor(interestsOf);
const recused = given(interestDeclared);
const granted = given(interestDeclared, recusalOverridden);
const takenBack = given(interestDeclared, recusalOverridden, overrideEnded);
const conflicts = [interestInLeadUnit];
const himself = { ...officer, person: inspector.person };

describe('the office lets somebody act in spite of a conflict', () => {
  it('and names what is known to speak against it', () => {
    recused.when(overrideRecusal(override, officer, today, conflicts, false)).yields(recusalOverridden);
    const oneDay = { ...override, until: today };
    recused
      .when(overrideRecusal(oneDay, officer, today, conflicts, false))
      .yields(having(recusalOverridden, { until: today }));
  });

  it('also what an earlier leave lifted, which may end before', () => {
    const later = { ...override, overrideId: otherOverride };
    const lifted = [{ ...interestInLeadUnit, overriddenBy: overrideId }];
    granted
      .when(overrideRecusal(later, officer, today, lifted, false))
      .yields(having(recusalOverridden, { overrideId: otherOverride }));
  });

  it('once, also when that was taken back since and nothing speaks against it any more', () => {
    granted.when(overrideRecusal(override, officer, tomorrow, [], false)).changesNothing();
    takenBack.when(overrideRecusal(override, officer, today, conflicts, false)).changesNothing();
  });

  it.each([
    ['not-the-office', recused, override, inspector, conflicts],
    ['not-the-office', recused, override, leadingGroup, conflicts],
    ['not-for-oneself', recused, override, himself, conflicts],
    ['override-is-another', granted, { ...override, unit: strangeUnit }, officer, conflicts],
    ['override-is-another', granted, { ...override, reason: 'Another' }, officer, conflicts],
    ['override-is-another', granted, { ...override, from: tomorrow }, officer, conflicts],
    ['override-is-another', takenBack, { ...override, until: endOfMarch }, officer, conflicts],
    ['reaches-back', recused, { ...override, from: yesterday }, officer, conflicts],
    ['ends-before-it-begins', recused, { ...override, from: tomorrow, until: today }, officer, conflicts],
    ['nothing-to-override', recused, override, officer, []],
  ] as const)('but not when %s', (reason, interests, command, actor, known) => {
    interests.when(overrideRecusal(command, actor, today, known, false)).isRejected(reason);
  });

  it('but nobody who has to stay out of it too', () => {
    recused.when(overrideRecusal(override, officer, today, conflicts, true)).isRejected('giver-is-recused');
    granted.when(overrideRecusal(override, officer, today, conflicts, true)).changesNothing();
  });
});

describe('the office takes its leave back', () => {
  it('from a later day on', () => {
    granted.when(endOverride(end, officer, today)).yields(overrideEnded);
    granted.when(endOverride(end, officer, endOfMarch)).yields(overrideEnded);
    takenBack.when(endOverride(end, officer, endOfMay)).changesNothing();
    const second = having(recusalOverridden, { overrideId: otherOverride, unit: strangeUnit });
    given(recusalOverridden, second)
      .when(endOverride({ ...end, overrideId: otherOverride }, officer, today))
      .yields(having(overrideEnded, { overrideId: otherOverride, unit: strangeUnit }));
  });

  it.each([
    ['not-the-office', granted, end, inspector],
    ['not-for-oneself', granted, end, himself],
    ['no-such-override', recused, end, officer],
    ['reaches-back', granted, { ...end, until: yesterday }, officer],
    ['ended-otherwise', takenBack, { ...end, until: endOfMay }, officer],
    [
      'ends-before-it-begins',
      given(having(recusalOverridden, { from: endOfMarch })),
      { ...end, until: today },
      officer,
    ],
  ] as const)('but not when %s', (reason, interests, command, actor) => {
    interests.when(endOverride(command, actor, today)).isRejected(reason);
  });
});

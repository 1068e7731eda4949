import { describe, it } from '@jest/globals';
import {
  notePractice as note,
  practiceNoted as noted,
  practiceWithdrawn as withdrawn,
  withdrawPractice as withdraw,
} from '@redress/contracts/inspection/practice.examples';
import { selfCheckPlanned, visitOpened } from '@redress/contracts/inspection/visit.examples';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import {
  inspector,
  lead,
  leadingGroup,
  officer,
  responsible,
} from '@redress/contracts/rectification/people.examples';
import type { VisitId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cancelled, missed, named, submitted } from '../visit/histories.examples.js';
import { asHead, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { visits } from '../visit/visit.js';
import { notePractice, withdrawPractice } from './good-practice.js';
import { practices } from './practice.js';

const { given } = specFor(practices);
const visitAfter = (...history: readonly VisitEvent[]) => history.reduce(visits.evolve, visits.initial);
const seen = visitAfter(...submitted);
const another = { ...inspector, person: responsible };

describe('what a unit does well', () => {
  it('is noted by who saw it, or by the head of the team, also after the visit was handed in', () => {
    given()
      .when(notePractice(note, inspector, asMember, seen))
      .yields(noted);
    given()
      .when(notePractice(note, another, asHead, seen))
      .yields(having(noted, { by: responsible }));
    given()
      .when(notePractice(note, inspector, asMember, visitAfter(...named, visitOpened)))
      .yields(noted);
  });

  it('is noted once under one id', () => {
    given(noted)
      .when(notePractice(note, inspector, asMember, seen))
      .changesNothing();
    given(noted, withdrawn)
      .when(notePractice(note, inspector, asMember, seen))
      .changesNothing();
    given(noted)
      .when(notePractice({ ...note, text: 'Another' }, inspector, asMember, seen))
      .isRejected('practice-is-another');
    given(noted)
      .when(
        notePractice({ ...note, visitId: note.practiceId as string as VisitId }, inspector, asMember, seen),
      )
      .isRejected('practice-is-another');
  });

  it.each([
    ['no-such-visit', visitAfter(), inspector, asMember],
    ['not-an-inspector-of-the-visit', seen, another, asMember],
    ['not-an-inspector-of-the-visit', seen, officer, asStranger],
    ['not-an-inspector-of-the-visit', seen, { ...inspector, role: 'auditor' }, asMember],
    ['not-an-inspector-of-the-visit', visitAfter(selfCheckPlanned, visitOpened), inspector, asHead],
    ['not-an-inspector-of-the-visit', seen, lead, asHead],
    ['not-in-the-team', seen, inspector, asStranger],
    ['recused', seen, inspector, asRecused],
    ['recused', seen, inspector, { ...asMember, check: undefined }],
    ['visit-not-open', visitAfter(...named), inspector, asMember],
    ['visit-is-cancelled', visitAfter(...cancelled), another, asHead],
    ['visit-is-missed', visitAfter(...missed), another, asHead],
  ] as const)('is not noted when it is told %s (%#)', (reason, visit, actor, standing) => {
    given()
      .when(notePractice(note, actor, standing, visit))
      .isRejected(reason);
  });
});

describe('what was noted is withdrawn', () => {
  it('by who noted it, the head of the team, or the office', () => {
    given(noted)
      .when(withdrawPractice(withdraw, inspector, asStranger))
      .yields(withdrawn);
    given(noted)
      .when(withdrawPractice(withdraw, another, asHead))
      .yields(withdrawn);
    given(noted)
      .when(withdrawPractice(withdraw, officer, asStranger))
      .yields(withdrawn);
  });

  it.each([
    ['no-such-practice', given(), withdraw, officer, asStranger],
    [
      'no-such-practice',
      given(noted),
      { ...withdraw, visitId: note.practiceId as string as VisitId },
      officer,
      asStranger,
    ],
    ['not-yours-to-withdraw', given(noted), withdraw, another, asMember],
    ['not-yours-to-withdraw', given(noted), withdraw, leadingGroup, asHead],
    ['not-yours-to-withdraw', given(noted), withdraw, { role: 'inspection' }, asMember],
    [
      'practice-is-withdrawn',
      given(noted, withdrawn),
      { ...withdraw, reason: 'Another' },
      officer,
      asStranger,
    ],
  ] as const)('but not when it is told %s (%#)', (reason, practice, command, actor, standing) => {
    practice.when(withdrawPractice(command, actor, standing)).isRejected(reason);
  });
});

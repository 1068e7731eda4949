import { describe, it } from '@jest/globals';
import {
  check,
  recusalChecked,
  reopeningId,
  reopenVisit as reopening,
  selfCheckPlanned,
  visitOpened,
  visitReopened,
  visitSigned,
  visitSubmitted,
  itemAnswered,
  batchRecorded,
} from '@redress/contracts/inspection/visit.examples';
import {
  inspector,
  lead,
  officer,
  plumber,
  stranger,
} from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import {
  cancelled,
  checklist,
  filledIn,
  missed,
  named,
  opened,
  signed,
  submitted,
} from '../visit/histories.examples.js';
import { asEmployee, asHead, asLeader, asMember, asRecused, asStranger } from '../visit/standing.examples.js';
import { visits } from '../visit/visit.js';
import { reopenVisit, signVisit, submitVisit } from './submit-visit.js';

const { given } = specFor(visits);
const sign = signVisit(inspector, asHead, checklist);
const submit = submitVisit(inspector, asMember, checklist);
const reopen = reopenVisit(reopening, officer, asStranger);
const selfChecked = [selfCheckPlanned, visitOpened, itemAnswered, batchRecorded] as const;

describe('a visit is signed', () => {
  it('by the head of the team, once every item is answered', () => {
    given(...filledIn)
      .when(sign)
      .yields(visitSigned);
    given(...opened, itemAnswered)
      .when(sign)
      .isRejected('items-unanswered');
    given(...filledIn)
      .when(signVisit(inspector, asMember, checklist))
      .isRejected('not-the-head');
    given(...filledIn)
      .when(signVisit(officer, asHead, checklist))
      .isRejected('not-the-head');
    given(...filledIn)
      .when(signVisit(inspector, { ...asRecused, part: 'head' }, checklist))
      .isRejected('recused');
  });

  it('for a self-check, by who leads the unit', () => {
    given(...selfChecked)
      .when(signVisit(lead, asLeader, checklist))
      .yields(having(visitSigned, { by: lead.person }));
    given(...selfChecked)
      .when(signVisit(lead, asEmployee, checklist))
      .isRejected('not-the-head');
    given(...selfChecked)
      .when(signVisit(stranger, asLeader, checklist))
      .isRejected('not-the-inspected-unit');
  });

  it('while it takes place', () => {
    given().when(sign).isRejected('no-such-visit');
    given(...named)
      .when(sign)
      .isRejected('visit-not-open');
    given(...submitted)
      .when(sign)
      .isRejected('visit-is-submitted');
    given(...cancelled)
      .when(sign)
      .isRejected('visit-is-cancelled');
    given(...missed)
      .when(sign)
      .isRejected('visit-is-missed');
  });
});

describe('a visit is submitted', () => {
  it('as it was signed, by an inspector or the head, with what it came to', () => {
    given(...signed)
      .when(submit)
      .yields(visitSubmitted);
    const head = { ...inspector, person: plumber };
    given(...signed)
      .when(submitVisit(head, asStranger, checklist))
      .isRejected('not-an-inspector-of-the-visit');
    given(...signed)
      .when(submitVisit(inspector, asRecused, checklist))
      .isRejected('recused');
    given(...filledIn)
      .when(submit)
      .isRejected('not-signed');
    given(...named)
      .when(submit)
      .isRejected('visit-not-open');
  });

  it('once, and not when it did not take place', () => {
    given(...submitted)
      .when(submit)
      .changesNothing();
    given().when(submit).isRejected('no-such-visit');
    given(...cancelled)
      .when(submit)
      .isRejected('visit-is-cancelled');
    given(...missed)
      .when(submit)
      .isRejected('visit-is-missed');
  });
});

describe('a visit is given back', () => {
  it('by the office, once it was submitted', () => {
    given(...submitted)
      .when(reopen)
      .yields(visitReopened);
    given(...submitted)
      .when(reopenVisit(reopening, inspector, asStranger))
      .isRejected('not-the-office');
    given(...signed)
      .when(reopen)
      .isRejected('not-submitted');
    given().when(reopen).isRejected('no-such-visit');
  });

  it('by nobody who has to stay out of what concerns the unit, and what was known is kept', () => {
    given(...submitted)
      .when(reopenVisit(reopening, officer, asRecused))
      .isRejected('recused');
    const ofOfficer = { ...check, person: officer.person };
    given(...submitted)
      .when(reopenVisit(reopening, officer, { ...asStranger, check: ofOfficer }))
      .yields(having(recusalChecked, { check: ofOfficer }), visitReopened);
  });

  it('and not again by the same words, once it was submitted anew', () => {
    const anew = [...submitted, visitReopened, visitSigned, visitSubmitted] as const;
    given(...anew)
      .when(reopen)
      .changesNothing();
    const other = { ...reopening, reason: 'Another' };
    given(...anew)
      .when(reopenVisit(other, officer, asStranger))
      .isRejected('entry-id-is-taken');
    given(...submitted, visitReopened)
      .when(submit)
      .isRejected('not-signed');
    const again = having(visitReopened, { entryId: itemAnswered.data.entries[0]?.entryId ?? reopeningId });
    given(...anew)
      .when(reopenVisit({ ...reopening, entryId: again.data.entryId }, officer, asStranger))
      .yields(again);
  });
});

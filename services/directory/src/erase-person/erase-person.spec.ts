import { describe, expect, it } from '@jest/globals';
import { KEEPERS } from '@redress/contracts/directory/erasure';
import type { ErasureEvent } from '@redress/contracts/directory/erasure.events';
import { type Actor, ROLES } from '@redress/contracts/envelope';
import { leadingGroup, officer, stranger } from '@redress/contracts/rectification/people.examples';
import type { HoldId, KeyId, PersonId } from '@redress/contracts/values';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { specFor } from '@redress/eventsourcing/spec';
import { erasures } from '../erasure/erasure.js';
import {
  approveErasure,
  confirmErasure,
  liftLegalHold,
  personErased,
  proposeErasure,
  recordExport,
  refuseErasure,
  setLegalHold,
} from './erase-person.js';
import { reportOf } from './report.js';

const { given } = specFor(erasures);
const personId = '0190a5c4-2222-7aaa-8aaa-0000000000e1' as PersonId;
const holdId = '0190a5c4-2222-7aaa-8aaa-0000000000e2' as HoldId;
const keys = ['0190a5c4-2222-7aaa-8aaa-0000000000e3' as KeyId];
const another: Actor = { ...officer, person: '0190a5c4-2222-7aaa-8aaa-0000000000e4' as PersonId };

const hold = { personId, holdId, reason: 'A court asked for it' };
const lifting = { personId, holdId, reason: 'The court has ruled' };
const why = { personId, ground: 'asked-for', reason: 'They left in 2019' } as const;
const refusal = { personId, reason: 'The inquiry is not over' };
const held: ErasureEvent = { type: 'LegalHoldSet', data: hold };
const liftedHold: ErasureEvent = { type: 'LegalHoldLifted', data: lifting };
const proposed: ErasureEvent = {
  type: 'ErasureProposed',
  data: { ...why, proposedBy: officer.person },
};
const refused: ErasureEvent = { type: 'ErasureRefused', data: refusal };
const approved: ErasureEvent = { type: 'ErasureApproved', data: { personId, ground: why.ground } };
const erased: ErasureEvent = { type: 'PersonErased', data: { personId, keys, services: [...KEEPERS] } };
const confirmedBy = (service: (typeof KEEPERS)[number], inClear = 0): ErasureEvent => ({
  type: 'ErasureConfirmed',
  data: { personId, service, streams: 2, texts: 5, inClear },
});
const { data: confirmation } = confirmedBy('intake') as Extract<ErasureEvent, { type: 'ErasureConfirmed' }>;

describe('a person is erased', () => {
  it('when one of the office proposes it and another person approves', () => {
    given().when(proposeErasure(why, officer)).yields(proposed);
    for (const second of [another, leadingGroup])
      given(proposed).when(approveErasure({ personId }, second)).yields(approved);
  });

  it('by the keys that are destroyed, once, however it came to that', () => {
    given(proposed, approved).when(personErased(personId, keys)).yields(erased);
    given().when(personErased(personId, keys)).yields(erased);
    given(proposed, approved, erased).when(personErased(personId, [])).changesNothing();
  });

  it('or is kept, and may be proposed once more', () => {
    given(proposed).when(refuseErasure(refusal, leadingGroup)).yields(refused);
    given(proposed).when(refuseErasure(refusal, officer)).yields(refused);
    given(proposed, refused).when(proposeErasure(why, officer)).yields(proposed);
  });

  it.each([
    ['erasure-not-proposed', given(), approveErasure({ personId }, another)],
    ['erasure-not-proposed', given(proposed, refused), approveErasure({ personId }, another)],
    ['erasure-not-proposed', given(), refuseErasure(refusal, officer)],
    ['proposed-by-oneself', given(proposed), approveErasure({ personId }, officer)],
    ['erasure-proposed-already', given(proposed), proposeErasure(why, another)],
    ['erasure-proposed-already', given(proposed), proposeErasure({ ...why, reason: 'x' }, officer)],
    ['erasure-proposed-already', given(proposed), proposeErasure({ ...why, ground: 'ordered' }, officer)],
    ['already-erased', given(proposed, approved), proposeErasure(why, officer)],
    ['already-erased', given(proposed, approved), refuseErasure(refusal, officer)],
    ['already-erased', given(proposed, approved, erased), setLegalHold(hold, officer)],
    ['on-legal-hold', given(held), proposeErasure(why, officer)],
    ['on-legal-hold', given(proposed, held), approveErasure({ personId }, another)],
  ] as const)('or not: %s', (reason, erasure, decide) => {
    erasure.when(decide).isRejected(reason);
  });

  it('by nobody else', () => {
    for (const role of ROLES.filter((one) => one !== 'office' && one !== 'leading-group')) {
      const actor = { ...another, role };
      given().when(setLegalHold(hold, actor)).isRejected('not-the-office');
      given(proposed).when(approveErasure({ personId }, actor)).isRejected('not-the-office');
      given(proposed).when(refuseErasure(refusal, actor)).isRejected('not-the-office');
    }
    for (const role of ROLES.filter((one) => one !== 'office'))
      given()
        .when(proposeErasure(why, { ...another, role }))
        .isRejected('not-the-office');
    given()
      .when(proposeErasure(why, { role: 'office' }))
      .isRejected('not-the-office');
    given(proposed)
      .when(approveErasure({ personId }, { role: 'office' }))
      .isRejected('not-the-office');
  });
});

describe('a legal hold', () => {
  it('is set by the office or the leading group, also while it is proposed to erase, and lifted by the latter', () => {
    for (const actor of [officer, leadingGroup]) given().when(setLegalHold(hold, actor)).yields(held);
    given(proposed).when(setLegalHold(hold, officer)).yields(held);
    given(held).when(liftLegalHold(lifting, leadingGroup)).yields(liftedHold);
    given(held, liftedHold).when(proposeErasure(why, officer)).yields(proposed);
    given(held, liftedHold).when(setLegalHold(hold, officer)).changesNothing();
  });

  it.each([
    ['not-the-leading-group', given(held), liftLegalHold(lifting, officer)],
    ['no-such-hold', given(), liftLegalHold(lifting, leadingGroup)],
    ['hold-is-another', given(held), setLegalHold({ ...hold, reason: 'x' }, officer)],
  ] as const)('or not: %s', (reason, erasure, decide) => {
    erasure.when(decide).isRejected(reason);
  });

  it('of several holds until the last is lifted', () => {
    const other = { ...hold, holdId: '0190a5c4-2222-7aaa-8aaa-0000000000e5' as HoldId };
    given(held, { type: 'LegalHoldSet', data: other }, liftedHold)
      .when(proposeErasure(why, officer))
      .isRejected('on-legal-hold');
  });
});

describe('the report', () => {
  const report = (...events: readonly ErasureEvent[]) =>
    reportOf(
      fold(
        erasures,
        events.map((event) => versioned(erasures, event)),
      ),
    );

  it('is complete only when every service has confirmed', () => {
    given(proposed, approved, erased)
      .when(confirmErasure(personId, confirmation))
      .yields(confirmedBy('intake'));
    const before = [held, liftedHold, proposed, approved, erased] as const;
    expect(report(...before, confirmedBy('intake'))).toMatchObject({
      status: 'erased',
      ground: why.ground,
      keys: 1,
      holds: [{ holdId, lifted: lifting.reason }],
      confirmed: [{ service: 'intake', texts: 5 }],
      waitingFor: ['directory', 'inspection', 'identity'],
      complete: false,
    });
    expect(report(...before, ...KEEPERS.map((one) => confirmedBy(one)))).toMatchObject({
      waitingFor: [],
      complete: true,
    });
  });

  it('says what remains, and more when there is text in clear', () => {
    const all = report(erased, confirmedBy('intake'));
    expect(all.remains.length).toBeGreaterThan(0);
    expect(report(erased, confirmedBy('intake', 3)).remains).toHaveLength(all.remains.length + 1);
    expect(report(proposed)).toMatchObject({ status: 'proposed', complete: false, remains: [] });
  });
});

it('writes down who is given everything, and gives it to the person, the office and the auditor alone', () => {
  const exported: ErasureEvent = { type: 'PersonalDataExported', data: { personId } };
  const decided = (actor: Actor) => recordExport({ personId }, actor)(erasures.initial);
  for (const actor of [
    officer,
    { ...stranger, role: 'auditor' as const },
    { role: 'unit' as const, person: personId },
  ])
    expect(decided(actor)).toEqual([exported]);
  for (const actor of [stranger, { role: 'submitter' as const }, { role: 'operator' as const }])
    expect(decided(actor)).toEqual({ rejected: 'nobody-with-this-id' });
});

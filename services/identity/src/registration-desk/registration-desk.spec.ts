import { expect, it } from '@jest/globals';
import {
  invitationFetched,
  lapsesAt,
  registrationAccepted,
  registrationAsked,
  registrationCode,
  registrationId,
  registrationRefused,
} from '@redress/contracts/identity/registration.examples';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { registrationDesk } from './registration-desk.js';

const asked = { id: registrationId, askedAt: METADATA.happenedAt, lapsesAt };

it('has who asked since when, and nothing by which they are followed', () => {
  const rows = rowsAfter(registrationDesk, registrationAsked);
  expect(rows).toEqual([{ ...asked, status: 'waiting' }]);
  expect(JSON.stringify(rows)).not.toContain(registrationCode);
});

it('has what became of it', () => {
  const { reason } = registrationRefused.data;
  expect(rowsAfter(registrationDesk, registrationAsked, registrationRefused)).toEqual([
    { ...asked, status: 'refused', reason },
  ]);
  const { personId: person } = registrationAccepted.data;
  expect(rowsAfter(registrationDesk, registrationAsked, registrationAccepted)).toEqual([
    { ...asked, status: 'accepted', person },
  ]);
  expect(rowsAfter(registrationDesk, registrationAsked, registrationAccepted, invitationFetched)).toEqual([
    { ...asked, status: 'fetched', person },
  ]);
});

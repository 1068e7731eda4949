import { describe, expect, it } from '@jest/globals';
import {
  anonymous,
  citizen,
  holder,
  officer,
  opinionId,
  redirected,
  submit,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import { CHANNELS, OPEN_CHANNELS } from '@redress/contracts/intake/words';
import { specFor } from '@redress/eventsourcing/spec';
import { opinions } from '../opinion/opinion.js';
import { senderOf, submitOpinion } from './submit-opinion.js';

const { given } = specFor(opinions);
const person = { role: 'submitter', person: citizen } as const;
const auditor = { ...officer, role: 'auditor' } as const;
const { channel, title, text } = submitted.data;

describe('an opinion is sent', () => {
  it('by anybody through an open channel', () => {
    given()
      .when(submitOpinion(opinionId, submit, anonymous))
      .yields(submitted);
    given()
      .when(submitOpinion(opinionId, { key: submit.key, channel, title, text }, anonymous))
      .yields({ type: 'OpinionSubmitted', data: { opinionId, channel, title, text } });
  });

  it('by the office or a unit through any', () => {
    for (const way of CHANNELS)
      for (const actor of [officer, holder])
        given()
          .when(submitOpinion(opinionId, { ...submit, channel: way }, actor))
          .yields({ ...submitted, data: { ...submitted.data, channel: way } });
  });

  it('with a name when it is signed, and with none when it is not', () => {
    given()
      .when(submitOpinion(opinionId, { ...submit, signed: true }, person))
      .yields({ ...submitted, data: { ...submitted.data, submitter: citizen } });
    given()
      .when(submitOpinion(opinionId, { ...submit, signed: false }, person))
      .yields(submitted);
  });

  it('with a signature that units are not to see', () => {
    given()
      .when(submitOpinion(opinionId, { ...submit, signed: true, hidden: true }, person))
      .yields({ ...submitted, data: { ...submitted.data, submitter: citizen, hidden: true } });
    given()
      .when(submitOpinion(opinionId, { ...submit, hidden: true }, person))
      .yields(submitted);
  });

  it('with what proves who holds its receipt, whatever that is when it is sent again', () => {
    given()
      .when(submitOpinion(opinionId, submit, anonymous, 'a hash'))
      .yields({ ...submitted, data: { ...submitted.data, receipt: 'a hash' } });
    given({ ...submitted, data: { ...submitted.data, receipt: 'a hash' } })
      .when(submitOpinion(opinionId, submit, anonymous, 'another'))
      .changesNothing();
  });

  it('once, even when it went to another post since', () => {
    given(submitted, redirected)
      .when(submitOpinion(opinionId, submit, anonymous))
      .changesNothing();
  });

  it.each([
    ['nobody-to-sign', given(), { ...submit, signed: true }, anonymous],
    ['key-used-for-another', given(submitted), { ...submit, text: 'something else' }, anonymous],
    ['key-used-for-another', given(submitted), { ...submit, signed: true }, person],
  ] as const)('or is rejected: %s', (reason, opinion, command, actor) => {
    opinion.when(submitOpinion(opinionId, command, actor)).isRejected(reason);
  });

  it('or is rejected when the channel is not open to who sends', () => {
    for (const way of CHANNELS.filter((one) => !OPEN_CHANNELS.includes(one)))
      for (const actor of [anonymous, person, auditor])
        given()
          .when(submitOpinion(opinionId, { ...submit, channel: way }, actor))
          .isRejected('channel-is-not-open');
  });
});

it('leaves nothing of an anonymous sender in the log, whoever is signed in', () => {
  for (const actor of [anonymous, person, officer])
    expect(senderOf(submit, actor)).toStrictEqual({ role: 'submitter' });
  expect(senderOf({ ...submit, signed: true }, officer)).toStrictEqual({
    role: 'submitter',
    person: officer.person,
  });
  expect(senderOf({ ...submit, channel: 'opinion-box' }, officer)).toBe(officer);
});

import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { officer, personId } from '@redress/contracts/directory/organisation.examples';
import { inSevenDays, invitationId } from '@redress/contracts/identity/account.examples';
import type { RegistrationEvent } from '@redress/contracts/identity/registration.events';
import {
  fetchId,
  invitationFetched,
  lapsesAt,
  registrationAccepted,
  registrationAsked,
  registrationId,
  registrationRefused,
} from '@redress/contracts/identity/registration.examples';
import { DECIDING_REJECTIONS } from '@redress/contracts/identity/registrations';
import { versioned } from '@redress/contracts/event';
import type { Instant, MessageId, Sha256 } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import type { Decision } from '@redress/eventsourcing/decision';
import { askToRegister, LAPSES_AFTER_DAYS } from '../ask-to-register/ask-to-register.js';
import { acceptRegistration, refuseRegistration } from '../decide-registration/decide-registration.js';
import { fetchInvitation } from '../fetch-invitation/fetch-invitation.js';
import { type Registration, registrations } from './registration.js';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

/** The first table of the README whose header begins so: its lines, each cut into cells. */
const tableFrom = (header: string): readonly (readonly string[])[] => {
  const lines = readme.split('\n').map((line) => line.replace(/\s+/g, ' '));
  const from = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  const rows = lines.slice(from, lines.indexOf('', from)).filter((line) => !/^[| :-]+$/.test(line));
  return rows.map((line) => line.slice(2, -2).split(' | '));
};

const early = '2026-03-20T09:00:00.000Z' as Instant;
const offer = { personId, invitationId, expiresAt: inSevenDays };
const refusal = { registrationId, reason: 'another reason' };
const anotherFetch = '0190a5c4-3333-7aaa-8aaa-000000000099' as MessageId;
const anotherCode = 'e'.repeat(64) as Sha256;

/** Each of them says something new, by somebody entitled to it. */
const COMMANDS: Readonly<
  Record<string, (now: Instant) => (registration: Registration) => Decision<RegistrationEvent, string>>
> = {
  '`AskToRegister`': (now) => askToRegister(registrationId, anotherCode, now),
  '`AcceptRegistration`': (now) => acceptRegistration({ registrationId }, offer, officer, now),
  '`RefuseRegistration`': (now) => refuseRegistration(refusal, officer, now),
  '`FetchInvitation`': (now) => fetchInvitation(registrationId, anotherFetch, true, now),
};

const HISTORIES: Readonly<Record<string, readonly [Instant, ...(readonly RegistrationEvent[])]>> = {
  none: [early],
  waiting: [early, registrationAsked],
  lapsed: [lapsesAt, registrationAsked],
  refused: [early, registrationAsked, registrationRefused],
  accepted: [early, registrationAsked, registrationAccepted],
  fetched: [early, registrationAsked, registrationAccepted, invitationFetched],
};

const cell = (decision: Decision<RegistrationEvent, string>): string => {
  if ('rejected' in decision) return `\`${decision.rejected}\``;
  return decision.map(({ type }) => `\`${type}\``).join(', ') || '–';
};

it('has the table of requests as the rules have it', () => {
  const ruled = Object.entries(COMMANDS).map(([name, decideAt]) => [
    name,
    ...Object.values(HISTORIES).map(([now, ...history]) =>
      cell(
        decideAt(now)(
          fold(
            registrations,
            history.map((event) => versioned(registrations, event)),
          ),
        ),
      ),
    ),
  ]);
  const written = tableFrom('asked for').map(([command = '', , ...cells]) => [command, ...cells]);
  expect(written).toEqual([['asked for', ...Object.keys(HISTORIES)], ...ruled]);
  expect(invitationFetched.data.fetchId).toBe(fetchId);
});

it('says when a request lapses, and why nobody is invited', () => {
  expect(readme.replace(/\s+/g, ' ')).toContain(
    `lapses ${String(LAPSES_AFTER_DAYS)} days after the hour in which it was made`,
  );
  const told = tableFrom('the number is of').flatMap(([, accepting = '']) => [
    ...accepting.matchAll(/`([a-z-]+)`/g),
  ]);
  expect(told).toHaveLength(5);
  for (const [, rejection] of told) expect(DECIDING_REJECTIONS).toContain(rejection);
});

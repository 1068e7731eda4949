import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { operator, personId } from '@redress/contracts/directory/organisation.examples';
import { versioned } from '@redress/contracts/event';
import { ACCOUNT_REJECTIONS } from '@redress/contracts/identity/accounts';
import type { AccountEvent } from '@redress/contracts/identity/account.events';
import {
  accountExamples,
  factorId,
  inSevenDays,
  invitationId,
  invited,
  laterInvitationId,
  locked,
  opened,
  passwordSet,
  reset,
  subject,
} from '@redress/contracts/identity/account.examples';
import { FACTOR_REJECTIONS, MOST_FACTORS, RECOVERY_CODES } from '@redress/contracts/identity/enrolment';
import { SECOND_STEPS } from '@redress/contracts/identity/factors';
import { INVITATION_REJECTIONS, OPENING_REJECTIONS } from '@redress/contracts/identity/invitations';
import { PROVIDER_REJECTIONS } from '@redress/contracts/identity/providers';
import type { InvitationId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import type { Decision } from '@redress/eventsourcing/decision';
import { type Account, accounts } from './account/account.js';
import { enrolFactor, makeRecoveryCodes, removeFactor } from './factors/factors.js';
import { closeAccount } from './forget-person/forget-person.js';
import { inviteAccount, resetAccount } from './invite-account/invite-account.js';
import { endSessions, lockAccount, unlockAccount } from './keep-account/keep-account.js';
import { acceptInvitation, setUp } from './open-account/open-account.js';
import { ASKED_FOR_MS } from './passkeys/passkeys.js';
import { linkIdentity } from './providers/link-identity.js';
import { HALF_WAY_MS, PROVED_MS } from './sessions/session-keeper.js';
import { type Limits, OF_PASSKEYS, OF_PASSWORDS, OF_SECOND_STEPS } from './sign-in/throttle.js';
import { CONFIRMED_WITHIN_MS } from './totp/totp.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** The first table of the README whose header begins so: its lines, each cut into cells. */
const tableFrom = (header: string): readonly (readonly string[])[] => {
  const lines = readme.split('\n').map((line) => line.replace(/\s+/g, ' '));
  const from = lines.findIndex((line) => line.startsWith(`| ${header} |`));
  const rows = lines.slice(from, lines.indexOf('', from)).filter((line) => !/^[| :-]+$/.test(line));
  return rows.map((line) => line.slice(2, -2).split(' | '));
};

const another = '0190a5c4-3333-8aaa-8aaa-000000000009' as InvitationId;
const invitation = { personId, invitationId: another, expiresAt: inSevenDays };

/** Each of them says something new, by somebody entitled to it. */
const COMMANDS: Readonly<Record<string, (account: Account) => Decision<AccountEvent, string>>> = {
  '`SetUp`': setUp(personId),
  '`InviteAccount`': inviteAccount(invitation, true, operator),
  '`AcceptInvitation`': (account) => acceptInvitation(personId, account.invitation ?? invitationId)(account),
  '`FinishAtProvider`': linkIdentity(personId, 'campus', subject),
  '`ConfirmTotp`': enrolFactor(personId, factorId, 'totp'),
  '`RemoveFactor`': removeFactor(personId, factorId, false),
  '`DrawRecoveryCodes`': makeRecoveryCodes(personId),
  '`ResetAccount`': resetAccount(invitation, 'forgotten', operator),
  '`LockAccount`': lockAccount(personId, 'on leave', operator),
  '`UnlockAccount`': unlockAccount(personId, 'back again', operator),
  '`EndSessions`': endSessions(personId, 'a lost telephone', operator),
  'the person erased': closeAccount(personId),
};

const HISTORIES: Readonly<Record<string, readonly AccountEvent[]>> = {
  none: [],
  invited: [invited],
  open: [invited, opened, passwordSet],
  'after a reset': [invited, opened, passwordSet, reset],
  locked: [invited, opened, passwordSet, locked],
};

const cell = (decision: Decision<AccountEvent, string>): string => {
  if ('rejected' in decision) return `\`${decision.rejected}\``;
  return decision.map(({ type }) => `\`${type}\``).join(', ') || '–';
};

it('has the table of accounts as the rules have it', () => {
  const ruled = Object.entries(COMMANDS).map(([name, decide]) => [
    name,
    ...Object.values(HISTORIES).map((history) =>
      cell(
        decide(
          fold(
            accounts,
            history.map((event) => versioned(accounts, event)),
          ),
        ),
      ),
    ),
  ]);
  const written = tableFrom('command').map(([command = '', , ...cells]) => [command, ...cells]);
  expect(written).toEqual([['command', ...Object.keys(HISTORIES)], ...ruled]);
  expect(laterInvitationId).not.toBe(another);
});

it('has the numbers of tries as they are counted', () => {
  const PER: Readonly<Record<number, string>> = { 900: 'quarter hour', 3600: 'hour' };
  const counted = (
    ['device', 'sourceAndPerson', 'source', 'strangers'] as const satisfies readonly (keyof Limits)[]
  ).map((by) => {
    const [one, other] = [OF_PASSWORDS[by], OF_SECOND_STEPS[by]];
    expect(one.duration).toBe(other.duration);
    return [String(one.points), String(other.points), PER[one.duration]];
  });
  expect(
    tableFrom('counted by')
      .slice(1)
      .map(([, ...numbers]) => numbers),
  ).toEqual(counted);
});

it('has the figures and the steps of second factors', () => {
  const minutes = (ms: number): string => `${String(ms / 60_000)} minutes`;
  expect(
    tableFrom('figure')
      .slice(1)
      .map(([, figure]) => figure),
  ).toEqual([
    ...[HALF_WAY_MS, PROVED_MS, CONFIRMED_WITHIN_MS, ASKED_FOR_MS].map(minutes),
    ...[MOST_FACTORS, RECOVERY_CODES].map(String),
    `${String(OF_PASSKEYS.points)} a quarter hour`,
  ]);
  expect(OF_PASSKEYS.duration).toBe(900);
  expect(
    tableFrom('second step')
      .slice(1)
      .map(([step]) => step),
  ).toEqual(SECOND_STEPS.map((step) => `\`${step}\``));
});

it('has every subject that identity answers to', () => {
  const written = tableFrom('in')
    .flatMap(([subjects = '']) => [...subjects.matchAll(/`(?:identity\.)?([a-z-]+)`/g)])
    .map(([, name = '']) => `identity.${name}`);
  const published = globSync(join(import.meta.dirname, '../../../libs/contracts/src/identity/*.ts'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/static readonly subject = '(.*)'/g)])
    .map(([, name = '']) => name);
  expect(published.length).toBeGreaterThan(25);
  expect(written.toSorted()).toEqual([...published, 'identity.health'].toSorted());
});

it('names no event and no rejection that there is not', () => {
  const events = [
    ...readme.matchAll(/`(Account\w+|Password\w+|Factor\w+|Identity\w+|Recovery\w+|Sessions\w+)`/g),
  ];
  for (const [, type = ''] of events) expect(Object.keys(accountExamples)).toContain(type);
  const known: readonly string[] = [
    ...ACCOUNT_REJECTIONS,
    ...INVITATION_REJECTIONS,
    ...OPENING_REJECTIONS,
    ...PROVIDER_REJECTIONS,
    ...FACTOR_REJECTIONS,
  ];
  const cells = [...tableFrom('command'), ...tableFrom('who comes back')].flat().join(' ');
  const rejections = [...cells.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)];
  expect(rejections.length).toBeGreaterThan(20);
  for (const [, rejection = ''] of rejections) expect(known).toContain(rejection);
});

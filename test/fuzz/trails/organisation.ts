import { topicIdOf } from '@redress/contracts/directory/ids';
import { adopt, ical } from '@redress/contracts/rectification/policy.examples';
import {
  anybody,
  auditor,
  by,
  lead,
  leading,
  office,
  operator,
  scribe,
  type Step,
  type Trail,
} from '../trail.js';

const FROM = '2021-01-01';
const figures = Object.fromEntries(
  Object.entries({ ...adopt, from: '2199-01-01' }).filter(([name]) => name !== 'policyId'),
);
const HOUSING = { level1: 'housing' };

/** Somebody in a post of their own, and the token with which they act. */
const hired: readonly Step[] = [
  operator('units.record', { at: { code: '$codeUnit' }, body: { from: FROM } }),
  operator('posts.record', {
    at: { code: '$codePost' },
    body: { unit: '$codeUnit', role: 'unit', from: FROM },
  }),
  operator('people.register', { at: { rosterNumber: '$codePerson' } }),
  operator('posts.take', {
    at: { code: '$codePost', rosterNumber: '$codePerson' },
    body: { from: FROM },
  }),
  operator('tokens.issue', {
    body: { post: '$codePost', rosterNumber: '$codePerson' },
    keeps: { token: 'token', tokenId: 'tokenId' },
  }),
];
const theirs = (operation: string): Step =>
  anybody(operation, { headers: { authorization: 'Bearer $token' }, keeps: { personId: 'actor.person' } });

const PASSWORD = 'seven herons paint fences';
const invited: readonly Step[] = [
  operator('people.register', { at: { rosterNumber: '$codePerson' } }),
  operator('accounts.invite', {
    at: { rosterNumber: '$codePerson' },
    keeps: { invitation: 'invitation' },
    patiently: true,
  }),
  anybody('opening.accept', { body: { invitation: '$invitation', password: PASSWORD } }),
  anybody('session.signIn', {
    body: { rosterNumber: '$codePerson', password: PASSWORD },
    keeps: { csrf: 'csrfToken', cookie: '@session' },
  }),
];
const browsed = (operation: string, said: object = {}): Step =>
  by('anybody')(operation, {
    headers: { cookie: 'redress-loopback-session=$cookie', 'x-csrf-token': '$csrf' },
    ...said,
  });

const typed = { rosterNumber: '$codeNumber' };
const asks = (registrationId: string, code: string): Step =>
  anybody('registrations.ask', { at: { registrationId }, body: typed, keeps: { [code]: 'code' } });

export const ORGANISATION: readonly Trail[] = [
  {
    name: 'somebody asks to be registered',
    steps: [
      asks('$registrationId', 'askerCode'),
      office('registrationDesk.list'),
      office('registrationDesk.see'),
      operator('registrationDesk.accept'),
      anybody('registrations.follow', { body: { code: '$askerCode' } }),
      anybody('registrations.fetch', { body: { code: '$askerCode' }, keeps: { invitation: 'invitation' } }),
      asks('$otherRequest', 'otherCode'),
      office('registrationDesk.refuse', { at: { registrationId: '$otherRequest' } }),
    ],
  },
  {
    name: 'the organisation changes',
    steps: [
      ...hired,
      theirs('me.me'),
      lead('units.list'),
      office('posts.list'),
      operator('deputies.name', {
        at: { code: '$codePost', deputyId: '$deputy' },
        body: { rosterNumber: '$roster:helper', from: '$day:0', until: '$day:5' },
      }),
      operator('deputies.dismiss', { at: { code: '$codePost', deputyId: '$deputy' } }),
      operator('posts.leave', {
        at: { code: '$codePost', rosterNumber: '$codePerson' },
        body: { until: '$day:0' },
      }),
      operator('posts.end', { at: { code: '$codePost', person: '$personId' } }),
      operator('people.find', { at: { rosterNumber: '$codePerson' } }),
      operator('tokens.list'),
      operator('tokens.rotate', { keeps: { next: 'token' } }),
      operator('tokens.revoke'),
      operator('people.depart', { at: { rosterNumber: '$codePerson' } }),
      operator('people.return', { at: { rosterNumber: '$codePerson' } }),
      operator('units.dissolve', { at: { code: '$codeUnit' }, body: { from: '$day:30' } }),
      office('topics.record', { at: { topicId: topicIdOf(HOUSING) }, body: HOUSING }),
      office('topics.list'),
    ],
  },
  {
    name: 'somebody is erased',
    steps: [
      ...hired,
      theirs('me.me'),
      anybody('ownToken.rotate', {
        headers: { authorization: 'Bearer $token' },
        keeps: { successor: 'token' },
      }),
      operator('posts.end', { at: { code: '$codePost', person: '$personId' } }),
      office('personalData.hold', { at: { holdId: '$hold' } }),
      leading('personalData.lift', { at: { holdId: '$hold' } }),
      auditor('personalData.all'),
      office('personalData.propose', { body: { ground: 'asked-for' } }),
      scribe('personalData.refuse'),
      office('personalData.propose', { body: { ground: 'ordered' } }),
      scribe('personalData.erase'),
      auditor('personalData.report'),
    ],
  },
  {
    name: 'figures and holidays are set',
    steps: [
      office('policies.adopt', { body: figures }),
      office('policies.list'),
      lead('policies.read'),
      office('calendar.load', { body: { ical: ical.replaceAll('2026', '2198') } }),
      lead('calendar.read', { query: { from: '$day:0', to: '$day:30' } }),
      lead('calendar.add', { query: { from: '$day:0', add: '5' } }),
      office('calendar.withdraw'),
    ],
  },
  {
    name: 'how it is',
    steps: [
      anybody('health.live'),
      anybody('health.ready'),
      anybody('providers.list'),
      operator('status.status'),
      operator('deadLetters.list'),
      operator('projections.rebuild', { at: { service: 'directory', projection: 'topicList' } }),
      auditor('auditStatus.status'),
      auditor('readings.list'),
    ],
  },
];

export const ACCOUNTS: readonly Trail[] = [
  {
    name: 'somebody signs in, and out',
    steps: [
      ...invited,
      browsed('session.read'),
      browsed('sessions.list'),
      browsed('factors.list'),
      browsed('proofs.byPassword', {
        body: { password: PASSWORD },
        keeps: { csrf: 'csrfToken', cookie: '@session' },
      }),
      browsed('enrolment.beginTotp'),
      browsed('session.choose', {
        body: {},
        keeps: { csrf: 'csrfToken', cookie: '@session' },
      }),
      browsed('session.changePassword', {
        body: { password: PASSWORD, newPassword: `${PASSWORD} again` },
        keeps: { csrf: 'csrfToken', cookie: '@session' },
      }),
      browsed('session.signOut'),
    ],
  },
  {
    name: 'sessions end, and accounts are locked',
    steps: [
      ...invited,
      browsed('session.read', { keeps: { sessionId: 'tokenId' } }),
      browsed('sessions.end'),
      operator('accounts.read', { at: { rosterNumber: '$codePerson' } }),
      operator('accounts.lock', { at: { rosterNumber: '$codePerson' } }),
      operator('accounts.unlock', { at: { rosterNumber: '$codePerson' } }),
      operator('accounts.endSessions', { at: { rosterNumber: '$codePerson' } }),
      anybody('session.signIn', {
        body: { rosterNumber: '$codePerson', password: PASSWORD },
        keeps: { csrf: 'csrfToken', cookie: '@session' },
      }),
      browsed('sessions.endAll'),
      operator('accounts.reset', { at: { rosterNumber: '$codePerson' } }),
    ],
  },
];

/** Only the first of all accounts is opened so. */
export const FIRST: Trail = {
  name: 'the first account is opened',
  steps: [
    anybody('opening.setUp', {
      body: { rosterNumber: '$codeKeeper', token: '$setUpToken', name: 'Keeper', password: PASSWORD },
    }),
  ],
};

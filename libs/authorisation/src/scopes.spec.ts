import { describe, expect, it } from '@jest/globals';
import { SCOPES } from '@redress/contracts/directory/scopes';
import { command, query } from './policies/groups.js';
import { POLICY } from './policy.js';
import { REACHES, Scopes } from './scopes.js';

const scopes = new Scopes();
const SUBJECTS = Object.keys(POLICY);

describe('a key that is confined', () => {
  it.each([
    ['read', 'rectification.read-task', true],
    ['read', 'rectification.close-task', false],
    ['read', 'directory.list-units', true],
    ['organisation', 'directory.record-unit', true],
    ['organisation', 'directory.approve-erasure', false],
    ['organisation:read', 'directory.record-unit', false],
    ['scim', 'directory.register-person', true],
    ['scim', 'directory.vacate-post', true],
    ['scim', 'directory.record-unit', false],
    ['scim', 'intake.find-opinions', false],
    ['opinions', 'intake.answer-opinion', true],
    ['opinions:read', 'intake.answer-opinion', false],
    ['opinions:read', 'intake.see-opinion', true],
    ['opinions:submit', 'intake.submit-opinion', true],
    ['opinions:submit', 'intake.find-opinions', false],
    ['ledger', 'rectification.accept-task', true],
    ['ledger', 'inspection.issue-finding', false],
    ['ledger:read', 'directory.read-names', true],
    ['evidence', 'gateway.send-file', true],
    ['evidence', 'rectification.read-task', false],
    ['inspection', 'inspection.issue-finding', true],
    ['inspection:read', 'inspection.issue-finding', false],
    ['audit', 'audit.list-events', true],
    ['audit', 'intake.see-opinion', false],
    ['status', 'gateway.read-status', true],
  ])('to %p: whether it reaches %s is %p', (scope, subject, does) => {
    expect(scopes.reach([scope], subject)).toBe(does);
  });

  it('reaches what any of its scopes does', () => {
    expect(scopes.reach(['audit', 'opinions:submit'], 'intake.submit-opinion')).toBe(true);
    expect(scopes.reach(['audit', 'opinions:submit'], 'audit.list-events')).toBe(true);
    expect(scopes.reach(['audit', 'opinions:submit'], 'intake.find-opinions')).toBe(false);
  });

  it.each([
    'directory.issue-token',
    'identity.invite-account',
    'identity.sign-in',
    'directory.record-export',
  ])('never reaches %s', (subject) => {
    expect(SUBJECTS).toContain(subject);
    expect(scopes.reach([...SCOPES], subject)).toBe(false);
  });

  it.each([[[]], [['everything']], [['__proto__']], [[null]], ['read'], [null], [{ 0: 'read', length: 1 }]])(
    'reaches nothing by %j',
    (given) => {
      expect(SUBJECTS.filter((subject) => scopes.reach(given, subject))).toEqual([]);
    },
  );

  it('changes nothing by what only reads', () => {
    const reading = SCOPES.filter(
      (scope) => scope === 'read' || scope === 'audit' || scope.endsWith(':read'),
    );
    expect(SUBJECTS.filter((one) => scopes.reach(reading, one) && !POLICY[one]?.isQuestion)).toEqual([]);
  });
});

it('reaches everything without any', () => {
  expect(SUBJECTS.filter((subject) => !scopes.reach(undefined, subject))).toEqual([]);
});

it('reaches no subject that there is not', () => {
  const named = Object.values(REACHES).flatMap(({ also = [] }) => also);
  const own = new Set([...SUBJECTS, 'gateway.send-file', 'gateway.read-status']);
  expect(named.filter((subject) => !own.has(subject))).toEqual([]);
});

it('takes a question for one by how it is granted', () => {
  const few = new Scopes({ 'audit.ask': query({}), 'audit.say': command({}, 'no') });
  expect([few.reach(['audit'], 'audit.ask'), few.reach(['audit'], 'audit.say')]).toEqual([true, false]);
});

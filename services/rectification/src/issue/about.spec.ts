import { expect, it } from '@jest/globals';
import { listed } from '@redress/contracts/rectification/issue.examples';
import { about } from '@redress/contracts/rectification/task.examples';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { aboutOf } from './about.js';
import { type ListedIssue, type Listing, issues } from './issue.js';

const { severities } = DEFAULT_POLICY;
const issue = (listing: Partial<Listing> = {}): ListedIssue =>
  issues.evolve(issues.initial, { ...listed, data: { ...listed.data, ...listing } }) as ListedIssue;

it('is about what was listed', () => {
  expect(aboutOf([issue()], severities)).toEqual(about);
});

it('is about several issues: each problem, topic and channel once, the gravest severity', () => {
  const several = [
    issue({ severity: 'minor' }),
    issue({ severity: 'minor' }),
    issue({ severity: 'serious', topic: 'safety', problem: 'It is dark' }),
    issue({ severity: 'ordinary', topic: 'housing', channel: 'talk', problem: 'It is cold' }),
  ];
  expect(aboutOf(several, severities)).toEqual({
    problem: `${listed.data.problem}\n\nIt is dark\n\nIt is cold`,
    topics: ['housing', 'safety'],
    severity: 'serious',
    channels: ['hotline', 'talk'],
  });
});

it('takes a severity that the policy no longer has for the least', () => {
  const several = [issue({ severity: 'grave' }), issue({ severity: 'minor' })];
  expect(aboutOf(several, severities).severity).toBe('minor');
  expect(aboutOf(several.slice(0, 1), severities).severity).toBe('grave');
});

it('names no channel of an issue from before channels were told', () => {
  const { issueId, title, problem, topic, severity, opinionId } = listed.data;
  const before = { issueId, title, problem, topic, severity, opinionId };
  const old = issues.evolve(issues.initial, { type: 'IssueListed', data: before }) as ListedIssue;
  expect(aboutOf([old], severities).channels).toEqual([]);
});

it.each([
  ['x', 20_000, 'x'.repeat(20_000)],
  ['x', 20_001, `${'x'.repeat(19_999)}…`],
  ['😀', 10_000, '😀'.repeat(10_000)],
  ['😀', 10_001, `${'😀'.repeat(9_999)}…`],
])('says of a problem in %s, %i times, as much as has room', (character, times, problem) => {
  expect(aboutOf([issue({ problem: character.repeat(times) })], severities).problem).toBe(problem);
});

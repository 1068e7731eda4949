import { it } from '@jest/globals';
import { holder, list, listed, officer } from '@redress/contracts/intake/opinion.examples';
import type { IssueId } from '@redress/contracts/values';
import { specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { listOpinion } from './list-opinion.js';

const { given } = specFor(opinions);
const severities = ['minor', list.severity];
const other = { ...list, issueId: '0190a5c4-2222-7aaa-8aaa-000000000033' as IssueId };

it('is put on the books by the office', () => {
  given(...histories.acknowledged)
    .when(listOpinion(list, officer, severities))
    .yields(listed);
});

it('is on the books once, even when the outcome was told', () => {
  given(...histories.told)
    .when(listOpinion(list, officer, severities))
    .changesNothing();
});

it.each([
  ['no-such-opinion', given(), list, officer],
  ['not-the-office', given(...histories.acknowledged), list, holder],
  ['no-such-severity', given(...histories.acknowledged), { ...list, severity: 'serious' }, officer],
  ['already-listed', given(...histories.listed), other, officer],
  ['already-told', given(...histories['told as a duplicate']), list, officer],
] as const)('is not when %s', (reason, opinion, command, actor) => {
  opinion.when(listOpinion(command, actor, severities)).isRejected(reason);
});

import { describe, it } from '@jest/globals';
import {
  appraised,
  issueId,
  opinionId,
  originalId,
  taskId,
  told,
  withdrawn,
} from '@redress/contracts/intake/opinion.examples';
import type { IssueId, OpinionId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { histories, toldOfOriginal } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { tellOutcome, withdrawOutcome } from './tell-outcome.js';

const { given } = specFor(opinions);
const outcome = { outcome: told.data.outcome, tasks: [taskId] };
const otherwise = { outcome: 'Work ends at eight.', tasks: [taskId] };
const ofIssue = { opinionId, about: opinionId, issueId };
const ofOriginal = { opinionId, about: originalId, issueId };
const listedThere = given(...histories.listed);
const duplicate = given(...histories.duplicate);
const otherIssue = '0190a5c4-2222-7aaa-8aaa-000000000033' as IssueId;
const otherOpinion = '0190a5c4-2222-7aaa-8aaa-000000000034' as OpinionId;

describe('the submitter is told', () => {
  it('how the issue ended that the opinion is listed as', () => {
    listedThere.when(tellOutcome(ofIssue, outcome)).yields(told);
  });

  it('how the original ended, listed or answered', () => {
    duplicate.when(tellOutcome(ofOriginal, outcome)).yields(toldOfOriginal);
    duplicate.when(tellOutcome({ opinionId, about: originalId }, { outcome: 'Done.', tasks: [] })).yields({
      type: 'OutcomeTold',
      data: { opinionId, about: originalId, outcome: 'Done.', tasks: [] },
    });
  });

  it('again when it ended otherwise, also after an appraisal', () => {
    const again = having(told, { outcome: otherwise.outcome });
    given(...histories.told)
      .when(tellOutcome(ofIssue, otherwise))
      .yields(again);
    given(...histories.told, appraised)
      .when(tellOutcome(ofIssue, otherwise))
      .yields(again);
    given(...histories.told, withdrawn)
      .when(tellOutcome(ofIssue, outcome))
      .yields(told);
  });

  it.each([
    ['no-such-opinion', given(), ofIssue],
    ['waits-for-another-end', given(...histories.acknowledged), ofIssue],
    ['waits-for-another-end', given(...histories.acknowledged), { opinionId, about: opinionId }],
    ['waits-for-another-end', listedThere, { ...ofIssue, issueId: otherIssue }],
    ['waits-for-another-end', listedThere, ofOriginal],
    ['waits-for-another-end', duplicate, ofIssue],
    ['waits-for-another-end', duplicate, { ...ofOriginal, about: otherOpinion }],
  ] as const)('but not when %s', (reason, opinion, end) => {
    opinion.when(tellOutcome(end, outcome)).isRejected(reason);
    opinion.when(withdrawOutcome(end, { reason: 'x' })).isRejected(reason);
  });
});

describe('what was told is withdrawn', () => {
  const { reason } = withdrawn.data;

  it('from whoever was told', () => {
    given(...histories.told)
      .when(withdrawOutcome(ofIssue, { reason }))
      .yields(withdrawn);
    given(...histories['told as a duplicate'])
      .when(withdrawOutcome(ofOriginal, { reason }))
      .yields(having(withdrawn, { about: originalId }));
  });

  it('from nobody else', () => {
    listedThere.when(withdrawOutcome(ofIssue, { reason })).changesNothing();
  });
});

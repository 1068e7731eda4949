import { describe, it } from '@jest/globals';
import {
  appraised,
  issueId,
  movedTo,
  opinionId,
  originalId,
  otherIssueId,
  otherPartId,
  partId,
  partsJoined,
  taskId,
  told,
  withdrawn,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { histories, toldOfOriginal, toldOfOtherPart, toldOfPart } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { tellOutcome, withdrawOutcome } from './tell-outcome.js';

const { given } = specFor(opinions);
const outcome = { outcome: told.data.outcome, tasks: [taskId] };
const otherwise = { outcome: 'Work ends at eight.', tasks: [taskId] };
const { revision } = told.data;
const ofIssue = { opinionId, about: opinionId, issueId, revision };
const ofOriginal = { opinionId, about: originalId, revision };
const later = { ...ofIssue, revision: 7 };
const listedThere = given(...histories.listed);
const duplicate = given(...histories.duplicate);
const joins = {
  type: 'OpinionMoved',
  data: { opinionId, joins: movedTo.data.joins, reason: 'x', stands: 'listed' },
} satisfies OpinionEvent;
const otherOpinion = '0190a5c4-2222-7aaa-8aaa-000000000034' as OpinionId;

describe('the submitter is told', () => {
  it('how the issue ended that the opinion is listed as', () => {
    listedThere.when(tellOutcome(ofIssue, outcome)).yields(told);
  });

  it('how the original ended, listed or answered', () => {
    duplicate.when(tellOutcome(ofOriginal, outcome)).yields(toldOfOriginal);
    duplicate.when(tellOutcome(ofOriginal, { outcome: 'Done.', tasks: [] })).yields({
      type: 'OutcomeTold',
      data: { ...toldOfOriginal.data, outcome: 'Done.', tasks: [] },
    });
  });

  it('again when it ended otherwise, also after an appraisal', () => {
    const again = having(told, { outcome: otherwise.outcome, revision: 7 });
    given(...histories.told)
      .when(tellOutcome(later, otherwise))
      .yields(again);
    given(...histories.told, appraised)
      .when(tellOutcome(later, otherwise))
      .yields(again);
    given(...histories.told, withdrawn)
      .when(tellOutcome(later, outcome))
      .yields(having(told, { revision: 7 }));
  });

  it('how another issue ended, when the one that it was listed as was merged into that', () => {
    listedThere
      .when(tellOutcome({ ...ofIssue, issueId: otherIssueId }, outcome))
      .yields(
        having<OpinionEvent & { type: 'OutcomeTold' }>(told, { issueId: otherIssueId, stands: 'listed' }),
      );
    given(...histories.listed, movedTo)
      .when(tellOutcome({ ...ofIssue, issueId: otherIssueId }, outcome))
      .yields(having(told, { issueId: otherIssueId }));
  });

  it('how both of its issues ended, the second added to the first', () => {
    const inBoth = [...histories.listed, joins] as const;
    const first = having<OpinionEvent & { type: 'OutcomeTold' }>(told, { stands: 'listed' });
    given(...inBoth)
      .when(tellOutcome(ofIssue, outcome))
      .yields(first);
    given(...inBoth, first)
      .when(tellOutcome({ ...ofIssue, issueId: otherIssueId }, otherwise))
      .yields({
        ...told,
        data: {
          ...told.data,
          ...otherwise,
          issueId: otherIssueId,
          inAll: 'Work ends at ten.\n\nWork ends at eight.',
        },
      });
  });

  it('how each part ended, and that all have with the last', () => {
    const split = given(...histories.split);
    const ofPart = { opinionId, about: partId, revision: 1 };
    split.when(tellOutcome(ofPart, { outcome: 'Work ends at ten.', tasks: [] })).yields(toldOfPart);
    given(...histories.split, toldOfPart)
      .when(tellOutcome({ ...ofPart, about: otherPartId }, { outcome: 'The lamp was mended.', tasks: [] }))
      .yields(toldOfOtherPart);
  });

  it('but nothing that comes late', () => {
    const old = { ...ofIssue, revision: 2 };
    given(...histories.told)
      .when(tellOutcome(old, otherwise))
      .changesNothing();
    given(...histories.told)
      .when(tellOutcome(ofIssue, otherwise))
      .changesNothing();
    given(...histories.told, withdrawn)
      .when(tellOutcome(ofIssue, otherwise))
      .changesNothing();
  });

  it.each([
    ['no-such-opinion', given(), ofIssue],
    ['waits-for-another-end', given(...histories.acknowledged), ofIssue],
    ['waits-for-another-end', listedThere, { ...ofIssue, issueId: undefined }],
    ['waits-for-another-end', given(...histories.split), ofIssue],
    ['waits-for-another-end', given(...histories.split, partsJoined), { ...ofOriginal, about: partId }],
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
      .when(withdrawOutcome({ ...ofIssue, revision: 5 }, { reason }))
      .yields(withdrawn);
    given(...histories['told as a duplicate'])
      .when(withdrawOutcome({ ...ofOriginal, revision: 5 }, { reason }))
      .yields({
        type: 'OutcomeWithdrawn',
        data: { opinionId, about: originalId, revision: 5, reason, stands: 'duplicate' },
      });
  });

  it('of one part, and what was told of the others still holds', () => {
    given(...histories['told of its parts'])
      .when(withdrawOutcome({ opinionId, about: partId, revision: 2 }, { reason }))
      .yields({
        type: 'OutcomeWithdrawn',
        data: {
          opinionId,
          about: partId,
          revision: 2,
          reason,
          stands: 'split',
          inAll: toldOfOtherPart.data.outcome,
        },
      });
  });

  it('from nobody else', () => {
    listedThere.when(withdrawOutcome(ofIssue, { reason })).changesNothing();
    given(...histories.told)
      .when(withdrawOutcome(ofIssue, { reason }))
      .changesNothing();
    const another = { ...ofIssue, issueId: otherIssueId, revision: 9 };
    given(...histories.told)
      .when(withdrawOutcome(another, { reason }))
      .changesNothing();
  });
});

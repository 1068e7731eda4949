import { it } from '@jest/globals';
import {
  begun,
  issueSplit,
  joined,
  listed,
  newIssueId,
  opinionId,
  otherOpinionId,
  resolved,
  splitOff as wasSplitOff,
  taskClosed,
} from '@redress/contracts/rectification/issue.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { officer } from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues } from '../issue/issue.js';
import { splitOff } from './split-off.js';

type Of<Type extends IssueEvent['type']> = IssueEvent & { readonly type: Type };
const { given } = specFor(issues);
const decide = splitOff(issueSplit.data, undefined);
const there = having(listed, { issueId: newIssueId });

it('puts the new issue on the books, with the opinions that go and those that belong to both', () => {
  given().when(decide).yields(wasSplitOff);
});

it('names who decided it', () => {
  const listedBy = officer.person;
  given()
    .when(splitOff(issueSplit.data, listedBy))
    .yields(having<Of<'IssueSplitOff'>>(wasSplitOff, { listedBy }));
  given(having(there, { opinionId: '0190a5c4-1111-7aaa-8aaa-000000000088' as typeof opinionId }))
    .when(splitOff(issueSplit.data, listedBy))
    .yields(
      having<Of<'OpinionJoinedIssue'>>(joined, { issueId: newIssueId, listedBy }),
      having<Of<'OpinionJoinedIssue'>>(joined, { issueId: newIssueId, opinionId, listedBy }),
    );
});

it('loses no opinion when somebody else was first with the id', () => {
  given(there)
    .when(decide)
    .yields(having(joined, { issueId: newIssueId }));
  given(there, begun, taskClosed, resolved)
    .when(decide)
    .yields(
      having(joined, { issueId: newIssueId }),
      having(resolved, { issueId: newIssueId, opinions: [otherOpinionId] as never }),
    );
  given(having(there, { opinionId: '0190a5c4-1111-7aaa-8aaa-000000000088' as typeof opinionId }))
    .when(decide)
    .yields(having(joined, { issueId: newIssueId }), having(joined, { issueId: newIssueId, opinionId }));
});

import { describe, it } from '@jest/globals';
import {
  begun,
  issueReopened,
  joined,
  listed,
  opinionId,
  otherOpinionId,
  resolved,
  taskClosed,
  taskReopened,
} from '@redress/contracts/rectification/issue.examples';
import type { IssueEvent } from '@redress/contracts/rectification/issue.events';
import { officer } from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { issues } from '../issue/issue.js';
import { listIssue } from './list-issue.js';

type Of<Type extends IssueEvent['type']> = IssueEvent & { readonly type: Type };
const { given } = specFor(issues);
const first = listed.data;
const other = { ...first, opinionId: otherOpinionId, title: 'Water on the stairs' };

describe('an opinion is listed', () => {
  it('and puts a new issue on the books', () => {
    given().when(listIssue(first)).yields(listed);
  });

  it('and joins an issue that another opinion put there', () => {
    given(listed).when(listIssue(other)).yields(joined);
    given(listed, begun).when(listIssue(other)).yields(joined);
    given(listed, begun, taskClosed, resolved, taskReopened, issueReopened)
      .when(listIssue(other))
      .yields(joined);
  });

  it('and joins an issue that is resolved: who joined hears of the outcome, nobody hears twice', () => {
    given(listed, begun, taskClosed, resolved)
      .when(listIssue(other))
      .yields(joined, having(resolved, { opinions: [otherOpinionId] }));
  });

  it('and names who listed it', () => {
    const listedBy = officer.person;
    given()
      .when(listIssue({ ...first, listedBy }))
      .yields(having<Of<'IssueListed'>>(listed, { listedBy }));
    given(listed)
      .when(listIssue({ ...other, listedBy }))
      .yields(having<Of<'OpinionJoinedIssue'>>(joined, { listedBy }));
  });

  it('once, however often it is said', () => {
    given(listed)
      .when(listIssue({ ...first, title: 'Another title' }))
      .changesNothing();
    given(listed, joined).when(listIssue(other)).changesNothing();
    given(listed, joined, begun, taskClosed, having(resolved, { opinions: [opinionId, otherOpinionId] }))
      .when(listIssue(other))
      .changesNothing();
  });
});

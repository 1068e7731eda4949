import { describe, expect, it } from '@jest/globals';
import {
  issueAgain,
  issueFinding as issue,
  otherFindingId,
} from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingChanged,
  findingDrafted,
  findingIssued,
  findingJoined,
  findingRecorded,
  findingRefused,
  findingTookIn,
  findingWithdrawn,
} from '@redress/contracts/inspection/finding.examples';
import { closingFollowed, taskFollowed } from '@redress/contracts/inspection/followed.examples';
import {
  inspector,
  officer,
  plumber,
  responsible,
  yesterday,
} from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { during, givenBack, handedIn, head, member, office } from '../finding/acting.examples.js';
import { findings } from '../finding/finding.js';
import { asRecused } from '../visit/standing.examples.js';
import { issueFinding } from './issue-finding.js';

const { given } = specFor(findings);
const { visit } = handedIn;

const undated = <Dated extends { deadline?: unknown }>({ deadline: _, ...rest }: Dated) => rest;

describe('a finding is issued', () => {
  it('by who heads the team, or the office, which are authors from then on', () => {
    given(findingRecorded)
      .when(issueFinding(issue, head, visit, []))
      .yields(findingIssued);
    const authors = [inspector.person, plumber, officer.person];
    const recusal = office.standing.check ?? findingIssued.data.recusal;
    given(findingRecorded)
      .when(issueFinding(issue, office, visit, [plumber]))
      .yields(having(findingIssued, { authors, by: officer.person, recusal }));
  });

  it('with the findings that are part of it, and who wrote those', () => {
    const theirs = having(findingTookIn, { authors: [responsible] });
    const { fact, basis } = findingTookIn.data;
    const problem = `${findingIssued.data.problem}\n\n${fact}\n\n${basis}`;
    given(findingRecorded, theirs)
      .when(issueFinding(issue, head, visit, []))
      .yields(
        having(findingIssued, {
          problem,
          joined: [otherFindingId],
          authors: [inspector.person, responsible],
        }),
      );
  });

  it('again, under another id, when rectification refused it; the ids of issue and task stay', () => {
    given(findingRecorded, findingIssued, findingRefused)
      .when(issueFinding(issueAgain, head, visit, []))
      .yields(having(findingIssued, { attempt: issueAgain.entryId }));
    given(findingRecorded, findingIssued, findingRefused)
      .when(issueFinding(issue, head, visit, []))
      .changesNothing();
  });

  it('without a deadline, by the days of the type', () => {
    given(findingRecorded)
      .when(issueFinding(undated(issue), head, visit, []))
      .yields({ type: 'FindingIssued', data: undated(findingIssued.data) });
  });

  it.each([
    ['no-such-finding', given(), issue, visit],
    ['entry-id-is-taken', given(findingRecorded, findingIssued), { ...issue, title: 'Another' }, visit],
    [
      'entry-id-is-taken',
      given(findingRecorded, findingChanged),
      { ...issue, entryId: findingChanged.data.entryId },
      visit,
    ],
    ['already-issued', given(findingRecorded, findingIssued), issueAgain, visit],
    ['already-issued', given(findingRecorded, findingIssued, taskFollowed), issueAgain, visit],
    [
      'already-issued',
      given(findingRecorded, findingIssued, taskFollowed, closingFollowed),
      issueAgain,
      visit,
    ],
    ['finding-is-joined', given(findingRecorded, findingJoined), issue, visit],
    ['finding-is-withdrawn', given(findingRecorded, findingWithdrawn), issue, visit],
    ['not-in-words-yet', given(findingDrafted), issue, visit],
    ['visit-not-submitted', given(findingRecorded), issue, during.visit],
    ['visit-not-submitted', given(findingRecorded), issue, givenBack.visit],
    [
      'lead-unit-also-supports',
      given(findingRecorded),
      { ...issue, supportingUnits: [issue.leadUnit] },
      visit,
    ],
    ['deadline-before-assignment', given(findingRecorded), { ...issue, deadline: yesterday }, visit],
  ] as const)('but is told %s', (reason, finding, command, of) => {
    finding.when(issueFinding(command, head, of, [])).isRejected(reason);
  });

  it('by nobody else, and not by who is recused', () => {
    const issued = given(findingRecorded);
    issued.when(issueFinding(issue, member, visit, [])).isRejected('may-not-issue');
    const nameless = { ...office, actor: { role: 'office' as const } };
    issued.when(issueFinding(issue, nameless, visit, [])).isRejected('may-not-issue');
    const recused = { ...head, standing: { ...asRecused, part: 'head' as const } };
    issued.when(issueFinding(issue, recused, visit, [])).isRejected('recused');
    const unchecked = { ...office, standing: { ...office.standing, check: undefined } };
    issued.when(issueFinding(issue, unchecked, visit, [])).isRejected('recused');
  });

  it('with as much of what was found as has room', () => {
    const long = having(findingRecorded, { fact: `${'x'.repeat(19_998)}😀` });
    const decision = issueFinding(issue, head, visit, [])(findings.evolve(findings.initial, long));
    const [event] = 'rejected' in decision ? [] : decision;
    const problem = event?.type === 'FindingIssued' ? event.data.problem : '';
    expect(problem).toBe(`${'x'.repeat(19_998)}…`);
  });
});

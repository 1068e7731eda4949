import { describe, it } from '@jest/globals';
import { commentOnFinding as comment } from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingCommented,
  findingCommunicated,
  findingDrafted,
  findingIssued,
  findingJoined,
  findingRecorded,
  findingRefused,
  findingWithdrawn,
} from '@redress/contracts/inspection/finding.examples';
import { lead, officer, stranger, today } from '@redress/contracts/rectification/people.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cannotWrite, handedIn, head, member, office } from '../finding/acting.examples.js';
import { findings } from '../finding/finding.js';
import { commentOnFinding, communicateFinding } from './communicate-finding.js';

const { given } = specFor(findings);
const { visit } = handedIn;
const told = given(findingRecorded, findingCommunicated);

describe('the unit is told of a finding', () => {
  it('by an inspector, the head or the office, with words', () => {
    for (const writer of [member, head])
      given(findingRecorded).when(communicateFinding(writer, visit)).yields(findingCommunicated);
    const recusal = office.standing.check ?? findingCommunicated.data.recusal;
    given(findingRecorded)
      .when(communicateFinding(office, visit))
      .yields(having(findingCommunicated, { by: officer.person, recusal }));
    given(findingDrafted).when(communicateFinding(member, visit)).isRejected('not-in-words-yet');
  });

  it.each([
    ['no-such-finding', given()],
    ['finding-is-joined', given(findingRecorded, findingJoined)],
    ['finding-is-withdrawn', given(findingRecorded, findingWithdrawn)],
  ] as const)('but is told %s', (reason, finding) => {
    finding.when(communicateFinding(member, visit)).isRejected(reason);
  });

  it('by issuing it as well', () => {
    given(findingRecorded, findingIssued).when(communicateFinding(member, visit)).changesNothing();
  });

  it.each(cannotWrite.filter(([, { actor }]) => actor.role !== 'office'))(
    'not by who is told %s',
    (reason, writer) => {
      given(findingRecorded).when(communicateFinding(writer, visit)).isRejected(reason);
    },
  );
});

describe('the unit says what it thinks of it', () => {
  it('once it was told, until it is issued; and again when that was refused', () => {
    told.when(commentOnFinding(comment, lead, today)).yields(findingCommented);
    given(findingRecorded, findingIssued, findingRefused)
      .when(commentOnFinding(comment, lead, today))
      .yields(findingCommented);
  });

  it.each([
    ['no-such-finding', given(), comment, lead],
    ['no-such-finding', given(findingRecorded), comment, lead],
    ['no-such-finding', told, comment, stranger],
    ['not-the-inspected-unit', told, comment, { ...lead, role: 'office' }],
    [
      'entry-id-is-taken',
      given(findingRecorded, findingCommunicated, findingCommented),
      { ...comment, text: 'No' },
      lead,
    ],
    ['already-issued', given(findingRecorded, findingCommunicated, findingIssued), comment, lead],
  ] as const)('but is told %s', (reason, finding, command, actor) => {
    finding.when(commentOnFinding(command, actor, today)).isRejected(reason);
  });
});

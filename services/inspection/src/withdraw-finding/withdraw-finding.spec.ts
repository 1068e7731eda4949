import { describe, it } from '@jest/globals';
import { withdrawFinding as withdraw } from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingChanged,
  findingIssued,
  findingJoined,
  findingRecorded,
  findingTookIn,
  findingWithdrawn,
} from '@redress/contracts/inspection/finding.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cannotWrite, during, givenBack, handedIn, member } from '../finding/acting.examples.js';
import { findings } from '../finding/finding.js';
import { withdrawFinding } from './withdraw-finding.js';

const { given } = specFor(findings);

describe('a finding is taken back', () => {
  it('before it is issued', () => {
    given(findingRecorded)
      .when(withdrawFinding(withdraw, member, during))
      .yields(findingWithdrawn);
    given(findingRecorded)
      .when(withdrawFinding(withdraw, member, givenBack))
      .yields(findingWithdrawn);
  });

  it('but not what an item must have that failed in the visit as it is submitted', () => {
    given(findingRecorded)
      .when(withdrawFinding(withdraw, member, handedIn))
      .isRejected('item-must-have-a-finding');
    given(having(findingRecorded, { restsOn: [] }))
      .when(withdrawFinding(withdraw, member, handedIn))
      .yields(findingWithdrawn);
  });

  it.each([
    ['no-such-finding', given(), withdraw],
    ['entry-id-is-taken', given(findingRecorded, findingWithdrawn), { ...withdraw, reason: 'Another' }],
    [
      'entry-id-is-taken',
      given(findingRecorded, findingChanged),
      { ...withdraw, entryId: findingChanged.data.entryId },
    ],
    [
      'finding-is-withdrawn',
      given(findingRecorded, findingWithdrawn),
      { ...withdraw, entryId: findingChanged.data.entryId },
    ],
    ['finding-is-joined', given(findingRecorded, findingJoined), withdraw],
    ['already-issued', given(findingRecorded, findingIssued), withdraw],
    ['has-taken-in-others', given(findingRecorded, findingTookIn), withdraw],
  ] as const)('but is told %s', (reason, finding, command) => {
    finding.when(withdrawFinding(command, member, during)).isRejected(reason);
  });

  it.each(cannotWrite)('not by who is told %s', (reason, writer) => {
    given(findingRecorded)
      .when(withdrawFinding(withdraw, writer, during))
      .isRejected(reason);
  });
});

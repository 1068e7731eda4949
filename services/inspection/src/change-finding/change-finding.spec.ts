import { describe, it } from '@jest/globals';
import { hoursStudied } from '@redress/contracts/inspection/checklist.examples';
import {
  changeFinding as change,
  commentOnFinding,
  draftId,
} from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingChanged,
  findingCommunicated,
  findingDrafted,
  findingIssued,
  findingJoined,
  findingRecorded,
  findingWithdrawn,
} from '@redress/contracts/inspection/finding.examples';
import type { ItemId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { cannotWrite, during, givenBack, handedIn, member } from '../finding/acting.examples.js';
import { findings } from '../finding/finding.js';
import { changeFinding } from './change-finding.js';

const { given } = specFor(findings);
const { entryId } = commentOnFinding;

describe('a finding says something else', () => {
  it('with the reason, told to the unit or not', () => {
    given(findingRecorded)
      .when(changeFinding(change, member, handedIn))
      .yields(findingChanged);
    given(findingRecorded, findingCommunicated)
      .when(changeFinding(change, member, handedIn))
      .yields(having(findingChanged, { stands: 'communicated' }));
  });

  it('and a draft is put into words', () => {
    given(findingDrafted)
      .when(changeFinding({ ...change, findingId: draftId }, member, handedIn))
      .yields(having(findingChanged, { findingId: draftId }));
  });

  it('and rests on other items, unless one failed that must have a finding', () => {
    const elsewhere = { ...change, restsOn: [{ itemId: hoursStudied.itemId }] };
    const changed = having(findingChanged, { restsOn: elsewhere.restsOn });
    given(findingRecorded)
      .when(changeFinding(elsewhere, member, during))
      .yields(changed);
    given(findingRecorded)
      .when(changeFinding(elsewhere, member, givenBack))
      .yields(changed);
    given(findingRecorded)
      .when(changeFinding(elsewhere, member, handedIn))
      .isRejected('item-must-have-a-finding');
  });

  it.each([
    ['no-such-finding', given(), change],
    ['entry-id-is-taken', given(findingRecorded, findingChanged), { ...change, reason: 'Another' }],
    [
      'entry-id-is-taken',
      given(findingRecorded, findingWithdrawn),
      { ...change, entryId: findingWithdrawn.data.entryId ?? entryId },
    ],
    ['finding-is-joined', given(findingRecorded, findingJoined), change],
    ['already-issued', given(findingRecorded, findingIssued), change],
    ['finding-is-withdrawn', given(findingRecorded, findingWithdrawn), change],
    ['no-such-item', given(findingRecorded), { ...change, restsOn: [{ itemId: 'nothing' as ItemId }] }],
  ] as const)('but is told %s', (reason, finding, command) => {
    finding.when(changeFinding(command, member, handedIn)).isRejected(reason);
  });

  it.each(cannotWrite)('not by who is told %s', (reason, writer) => {
    given(findingRecorded)
      .when(changeFinding(change, writer, handedIn))
      .isRejected(reason);
  });
});

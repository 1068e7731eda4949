import { it } from '@jest/globals';
import { issueAgain, issueFinding } from '@redress/contracts/inspection/finding-commands.examples';
import {
  findingIssued,
  findingRecorded,
  findingRefused,
} from '@redress/contracts/inspection/finding.examples';
import { taskFollowed } from '@redress/contracts/inspection/followed.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { findings } from '../finding/finding.js';
import { takeRefusal } from './take-refusal.js';

const { given } = specFor(findings);
const refuse = takeRefusal(issueFinding.entryId, 'no-such-severity');

it('shows why rectification did not take a finding, of the last attempt alone', () => {
  given(findingRecorded, findingIssued).when(refuse).yields(findingRefused);
  const again = having(findingIssued, { attempt: issueAgain.entryId });
  given(findingRecorded, findingIssued, findingRefused, again).when(refuse).changesNothing();
  given(findingRecorded, findingIssued, taskFollowed).when(refuse).changesNothing();
  given(findingRecorded).when(refuse).changesNothing();
  given().when(refuse).changesNothing();
});

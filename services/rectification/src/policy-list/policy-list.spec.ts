import { expect, it } from '@jest/globals';
import {
  figures,
  holidaysLoaded,
  officialCalendarRecorded,
  policyAdopted,
} from '@redress/contracts/rectification/policy.examples';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { policyList } from './policy-list.js';

it('shows what was adopted, by whom and when, and nothing else that is in the log', () => {
  const { policyId: id, version, from, reason } = policyAdopted.data;
  expect(rowsAfter(policyList, officialCalendarRecorded, holidaysLoaded, policyAdopted)).toEqual([
    {
      ...figures,
      id,
      version,
      from,
      reason,
      adoptedAt: METADATA.happenedAt,
      adoptedBy: METADATA.actor.person,
      revision: 2,
    },
  ]);
});

import { describe, expect, it } from '@jest/globals';
import type { FindingEvent } from '@redress/contracts/inspection/finding.events';
import {
  findingChanged,
  findingCommunicated,
  findingDrafted,
  findingGaveBack,
  findingIssued,
  findingJoined,
  findingParted,
  findingRecorded,
  findingRefused,
  findingRestored,
  findingTookIn,
  draftWithdrawn,
  otherRecorded,
} from '@redress/contracts/inspection/finding.examples';
import {
  acceptanceFollowed,
  closingFollowed,
  reopeningFollowed,
  taskFollowed,
  withdrawalFollowed,
} from '@redress/contracts/inspection/followed.examples';
import { findings } from './finding.js';

const after = (...events: readonly FindingEvent[]) => events.reduce(findings.evolve, findings.initial);
const issued = [findingRecorded, findingIssued] as const;

describe('a finding is', () => {
  it.each([
    ['unknown', []],
    ['unknown', [findingChanged]],
    ['drafted', [findingDrafted]],
    ['recorded', [findingRecorded]],
    ['recorded', [findingDrafted, findingChanged]],
    ['communicated', [findingRecorded, findingCommunicated]],
    ['communicated', [findingRecorded, findingCommunicated, findingChanged]],
    ['joined', [otherRecorded, findingJoined]],
    ['recorded', [otherRecorded, findingJoined, findingParted]],
    ['recorded', [findingRecorded, findingTookIn, findingGaveBack]],
    ['withdrawn', [findingDrafted, draftWithdrawn]],
    ['drafted', [findingDrafted, draftWithdrawn, findingRestored]],
    ['issued', issued],
    ['communicated', [...issued, findingRefused]],
    ['in-hand', [...issued, taskFollowed]],
    ['in-hand', [...issued, taskFollowed, acceptanceFollowed]],
    ['closed', [...issued, taskFollowed, closingFollowed]],
    ['in-hand', [...issued, taskFollowed, closingFollowed, reopeningFollowed]],
    ['withdrawn', [...issued, taskFollowed, withdrawalFollowed]],
  ] as const)('%s after %j', (status, events) => {
    expect(after(...events).status).toBe(status);
  });
});

it('knows the findings that are part of it until it gives them back', () => {
  const { entryId, source } = findingTookIn.data;
  const joined = after(findingRecorded, findingTookIn);
  expect(joined).toMatchObject({ joinings: new Set([entryId]) });
  expect(joined.status !== 'unknown' && joined.sources.get(entryId)).toMatchObject({ source });
  const alone = after(findingRecorded, findingTookIn, findingGaveBack);
  expect(alone).toMatchObject({ sources: new Map(), joinings: new Set([entryId]) });
});

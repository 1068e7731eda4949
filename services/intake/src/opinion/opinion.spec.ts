import { expect, it } from '@jest/globals';
import {
  acknowledged,
  appraised,
  asked,
  examples,
  issueId,
  lifted,
  listed,
  movedTo,
  opinionSplit,
  originalId,
  otherIssueId,
  partBegun,
  partsJoined,
  redirected,
  submitted,
  takenBack,
  told,
  withdrawn,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import type { EntryId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { histories, standing, toldOfOriginal } from './histories.examples.js';
import { isUntouched, issuesOf, originalOf, partsOf } from './opinion.js';

it.each(Object.entries(histories))('is %s after what leads there', (status, history) => {
  expect(standing(...history).status).toBe(status.startsWith('told') ? 'told' : status);
});

it('begins with what was sent', () => {
  for (const event of Object.values(examples))
    expect(standing(event).status).toBe(
      event === submitted ? 'submitted' : event === partBegun ? 'acknowledged' : 'unsent',
    );
});

it('keeps what was said, and to whom it is addressed, whatever comes', () => {
  const again = having(asked, { entryId: '0190a5c4-2222-7aaa-8aaa-000000000066' as EntryId });
  expect(standing(...histories.listed, redirected, asked, wrote, again)).toMatchObject({
    status: 'listed',
    sent: submitted.data,
    addressedTo: redirected.data.addressedTo,
    entries: [
      { id: asked.data.entryId, text: asked.data.question },
      { id: wrote.data.entryId, text: wrote.data.text },
      { id: again.data.entryId, text: again.data.question },
    ],
  });
});

it('waits for its issue again, or for its original, when the outcome is withdrawn', () => {
  expect(standing(...histories.told, withdrawn)).toMatchObject({ status: 'listed', ends: [{ of: issueId }] });
  expect(
    standing(...histories['told as a duplicate'], having(withdrawn, { about: originalId })),
  ).toMatchObject({
    status: 'duplicate',
    ends: [{ of: originalId }],
  });
});

it('forgets an appraisal with the outcome that it was of', () => {
  expect(standing(...histories.told, appraised)).toMatchObject({ appraised: { appraisal: 'satisfied' } });
  expect(standing(...histories.told, appraised, examples.OutcomeTold)).not.toHaveProperty('appraised');
  expect(standing(...histories.told, appraised, withdrawn)).not.toHaveProperty('appraised');
});

it('has an original until the mark is lifted, and an issue once it is listed', () => {
  expect(originalOf(standing(...histories.duplicate))).toBe(originalId);
  expect(originalOf(standing(...histories.duplicate, toldOfOriginal))).toBe(originalId);
  expect(originalOf(standing(...histories.duplicate, lifted))).toBeUndefined();
  expect(originalOf(standing(...histories.told))).toBeUndefined();
  expect(issuesOf(standing(...histories.told))).toEqual([issueId]);
  expect(issuesOf(standing(...histories.duplicate))).toEqual([]);
  expect(issuesOf(standing(submitted, acknowledged))).toEqual([]);
});

it('passes over what can only follow something else', () => {
  for (const event of [examples.OutcomeTold, withdrawn, appraised])
    expect(standing(submitted, event).status).toBe('submitted');
  const listed = standing(...histories.listed, withdrawn, appraised);
  expect(listed).toMatchObject({ status: 'listed' });
  expect(listed).not.toHaveProperty('appraised');
  expect(standing(submitted, movedTo)).toEqual(standing(submitted));
});

it('has parts until they are joined', () => {
  const { parts } = opinionSplit.data;
  expect(partsOf(standing(...histories.split))).toEqual(parts);
  expect(partsOf(standing(...histories['told of its parts']))).toEqual(parts);
  expect(partsOf(standing(...histories.split, partsJoined))).toEqual([]);
  expect(partsOf(standing(...histories.listed))).toEqual([]);
  const [first, second] = parts.map((part) => ({
    ...part,
    opinionId: part.opinionId.replace('2222', '3333'),
  }));
  const otherwise = having(opinionSplit, { parts: [first, second] as never });
  const again = standing(...histories.split, partsJoined, otherwise);
  expect(partsOf(again)).toEqual([first, second]);
  expect(again).toMatchObject({ parts: [...parts, first, second] });
  expect(partsOf(standing(...histories.split, partsJoined, ...histories.listed.slice(2)))).toEqual([]);
});

it('is untouched as a part until something is done with it', () => {
  expect(isUntouched(standing())).toBe(true);
  expect(isUntouched(standing(partBegun))).toBe(true);
  for (const event of [asked, wrote, listed, lifted, takenBack])
    expect(isUntouched(standing(partBegun, event))).toBe(false);
});

it('hears several ends one after the other, and stands told with the last', () => {
  const second = { ...told, data: { ...told.data, issueId: otherIssueId, outcome: 'The lamp was mended.' } };
  const both = having(movedTo, { leaves: undefined as never });
  expect(standing(...histories.told, both).status).toBe('listed');
  expect(standing(...histories.told, both, second)).toMatchObject({
    status: 'told',
    ends: [{ of: issueId, outcome: told.data.outcome }, { of: otherIssueId }],
  });
});

it('reads a withdrawal from before there could be several ends', () => {
  const old = { ...withdrawn, data: { ...withdrawn.data, issueId: undefined as never } };
  expect(standing(...histories.told, old)).toMatchObject({ status: 'listed', ends: [{ of: issueId }] });
});

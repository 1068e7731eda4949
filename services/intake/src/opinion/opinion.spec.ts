import { expect, it } from '@jest/globals';
import {
  acknowledged,
  appraised,
  asked,
  examples,
  issueId,
  lifted,
  originalId,
  redirected,
  submitted,
  withdrawn,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import type { EntryId } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { histories, standing, toldOfOriginal } from './histories.examples.js';
import { issueOf, originalOf } from './opinion.js';

it.each(Object.entries(histories))('is %s after what leads there', (status, history) => {
  expect(standing(...history).status).toBe(status.startsWith('told') ? 'told' : status);
});

it('begins with what was sent', () => {
  for (const event of Object.values(examples))
    expect(standing(event).status).toBe(event === submitted ? 'submitted' : 'unsent');
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
  expect(standing(...histories.told, withdrawn)).toMatchObject({ status: 'listed', awaits: { issueId } });
  expect(
    standing(...histories['told as a duplicate'], having(withdrawn, { about: originalId })),
  ).toMatchObject({
    status: 'duplicate',
    awaits: { original: originalId },
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
  expect(issueOf(standing(...histories.told))).toBe(issueId);
  expect(issueOf(standing(...histories.duplicate))).toBeUndefined();
  expect(issueOf(standing(submitted, acknowledged))).toBeUndefined();
});

it('passes over what can only follow something else', () => {
  for (const event of [examples.OutcomeTold, withdrawn, appraised])
    expect(standing(submitted, event).status).toBe('submitted');
  expect(standing(...histories.listed, withdrawn, appraised)).toEqual(standing(...histories.listed));
});

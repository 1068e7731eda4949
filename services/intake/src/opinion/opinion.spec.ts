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
import { having } from '@redress/eventsourcing/spec';
import { histories, standing, toldOfOriginal } from './opinion.histories.js';
import { issueOf, originalOf } from './opinion.js';

it.each(Object.entries(histories))('is %s after what leads there', (status, history) => {
  expect(standing(...history).status).toBe(status.startsWith('told') ? 'told' : status);
});

it('begins with what was sent', () => {
  for (const event of Object.values(examples))
    expect(standing(event).status).toBe(event === submitted ? 'submitted' : 'unsent');
});

it('keeps what was said, and to whom it is addressed, whatever comes', () => {
  expect(standing(...histories.told, redirected, asked, wrote)).toMatchObject({
    sent: submitted.data,
    addressedTo: redirected.data.addressedTo,
    entries: [
      { id: asked.data.entryId, text: asked.data.question },
      { id: wrote.data.entryId, text: wrote.data.text },
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
  expect(standing(submitted, examples.OutcomeTold).status).toBe('submitted');
  expect(standing(...histories.listed, withdrawn, appraised)).toEqual(standing(...histories.listed));
});

import { expect, it } from '@jest/globals';
import {
  appraised,
  asked,
  issueId,
  lifted,
  movedTo,
  opinionId,
  opinionSplit,
  originalId,
  partBegun,
  partsJoined,
  redirected,
  refused,
  submitted,
  told,
  withdrawn,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import type { OpinionRow } from '@redress/contracts/intake/opinion-desk';
import { having } from '@redress/eventsourcing/spec';
import { METADATA, rowsAfter } from '@redress/read-models/spec';
import { histories, standing, toldOfOriginal, toldOfPart } from '../opinion/histories.examples.js';
import { opinionDesk } from './opinion-desk.js';

const rowAfter = (...events: readonly OpinionEvent[]): OpinionRow | undefined => {
  const [row, ...others] = rowsAfter(opinionDesk, ...events);
  expect(others).toEqual([]);
  return row;
};
const untold = expect.not.objectContaining({ outcome: expect.anything(), appraisal: expect.anything() });
const askedBack: OpinionEvent = { ...wrote, data: { ...wrote.data, asksBack: true } };

const waitsForOriginal = having<OpinionEvent & { type: 'OutcomeWithdrawn' }>(withdrawn, {
  about: originalId,
  stands: 'duplicate',
});

it('shows what was sent', () => {
  const { channel, title, text, topic, place, addressedTo } = submitted.data;
  expect(rowAfter(submitted)).toEqual({
    id: opinionId,
    caseId: opinionId,
    revision: 0,
    status: 'submitted',
    channel,
    title,
    text,
    topic,
    place,
    addressedTo,
    happenedAt: '2026-03-20T08:00:00.000Z',
    recordedAt: '2026-03-20T08:00:01.000Z',
    entries: {},
    attached: {},
    issues: {},
  });
});

it('shows each opinion in the status that the rules see', () => {
  const ways: readonly (readonly OpinionEvent[])[] = [
    ...Object.values(histories).filter((history) => history.length > 0),
    [...histories.answered, askedBack],
    [...histories.listed, wrote],
    [...histories.duplicate, lifted],
    [...histories['told as a duplicate'], lifted],
    [...histories.told, appraised, withdrawn],
    [...histories['told as a duplicate'], waitsForOriginal],
    [...histories.split, toldOfPart],
    [...histories.split, partsJoined],
    [...histories.listed, movedTo],
    [...histories.told, movedTo],
  ];
  for (const way of ways) expect(rowAfter(...way)?.status).toBe(standing(...way).status);
});

it('shows to whom it is addressed now, what was asked and what was written', () => {
  expect(rowAfter(...histories.acknowledged, redirected, asked, wrote)).toMatchObject({
    addressedTo: redirected.data.addressedTo,
    entries: {
      [asked.data.entryId]: { by: 'desk', text: asked.data.question },
      [wrote.data.entryId]: { by: 'submitter', text: wrote.data.text },
    },
  });
});

it('shows the answer until the submitter asks back, and why it was refused', () => {
  expect(rowAfter(...histories.answered)).toMatchObject({ answer: 'The site has stopped working at night.' });
  expect(rowAfter(...histories.answered, askedBack)).not.toHaveProperty('answer');
  const { ground, reason } = refused.data;
  expect(rowAfter(...histories.refused)).toMatchObject({ refusal: { ground, reason } });
});

it('shows the original of a duplicate until the mark is lifted', () => {
  expect(rowAfter(...histories.duplicate, toldOfOriginal)).toMatchObject({ duplicateOf: originalId });
  const free = rowAfter(...histories.duplicate, toldOfOriginal, appraised, lifted);
  expect(free).not.toHaveProperty('duplicateOf');
  expect(free).toEqual(untold);
});

it('shows the parts of what was split until they are joined, and of what each is a part', () => {
  const parts = opinionSplit.data.parts.map((part) => part.opinionId);
  expect(rowAfter(...histories.split)).toMatchObject({ parts });
  expect(rowAfter(...histories.split, toldOfPart, partsJoined)).toEqual(untold);
  expect(rowAfter(...histories.split, partsJoined)).not.toHaveProperty('parts');
  const { opinionId: id, whole: partOf, ...sent } = partBegun.data;
  expect(rowAfter(partBegun)).toEqual({
    id,
    caseId: METADATA.correlationId,
    partOf,
    ...sent,
    revision: 0,
    status: 'acknowledged',
    happenedAt: METADATA.happenedAt,
    recordedAt: METADATA.recordedAt,
    entries: {},
    attached: {},
    issues: {},
  });
});

it('shows whose end is awaited, and all that was told of several', () => {
  const { issueId: other } = movedTo.data.joins;
  expect(rowAfter(...histories.listed)).toMatchObject({ issues: { [issueId]: true } });
  expect(rowAfter(...histories.listed, movedTo)?.issues).toEqual({ [other]: true });
  expect(rowAfter(...histories.told, appraised, movedTo)).toEqual(untold);
  const { joins, reason } = movedTo.data;
  const both: OpinionEvent = {
    type: 'OpinionMoved',
    data: { opinionId, joins, reason, stands: 'listed', inAll: 'Work ends at ten.' },
  };
  expect(rowAfter(...histories.told, both)).toMatchObject({
    issues: { [issueId]: true, [other]: true },
    outcome: 'Work ends at ten.',
  });
  const second = having<OpinionEvent & { type: 'OutcomeTold' }>(told, { issueId: other, inAll: 'Both.' });
  expect(rowAfter(...histories.told, both, second)).toMatchObject({ status: 'told', outcome: 'Both.' });
  const one = having<OpinionEvent & { type: 'OutcomeWithdrawn' }>(withdrawn, { inAll: 'The other.' });
  expect(rowAfter(...histories.told, both, second, one)).toMatchObject({ outcome: 'The other.' });
});

it('shows issue, outcome and appraisal; a new outcome or none takes the appraisal with it', () => {
  expect(rowAfter(...histories.told, appraised)).toMatchObject({
    issueId,
    outcome: told.data.outcome,
    appraisal: 'satisfied',
    comment: 'We sleep again.',
  });
  expect(rowAfter(...histories.told, appraised, withdrawn)).toMatchObject({ issueId });
  expect(rowAfter(...histories.told, appraised, withdrawn)).toEqual(untold);
  const again = rowAfter(...histories.told, appraised, having(told, { outcome: 'Work ends at eight.' }));
  expect(again).toMatchObject({ outcome: 'Work ends at eight.' });
  expect(again).not.toHaveProperty('appraisal');
  expect(again).not.toHaveProperty('comment');
});

import { expect, it } from '@jest/globals';
import {
  acknowledged,
  asked,
  citizen,
  join,
  listed,
  opinionId,
  opinionSplit,
  partBegun,
  partId,
  redirected,
  splitIt,
  submitted,
  takenBack,
} from '@redress/contracts/intake/opinion.examples';
import type { OpinionEvent } from '@redress/contracts/intake/opinion.events';
import { having, specFor } from '@redress/eventsourcing/spec';
import { standing } from '../opinion/histories.examples.js';
import { type Opinion, opinions } from '../opinion/opinion.js';
import { beginPart, takePartBack } from './begin-part.js';

const { given } = specFor(opinions);
const [noise] = splitIt.parts as [(typeof splitIt.parts)[0]];
const wholeAfter = (...events: readonly OpinionEvent[]) =>
  standing(...events) as Exclude<Opinion, { status: 'unsent' }>;
const takes = takePartBack(partId, opinionId, join.reason);

it('begins with what the whole says of where and for whom, as it is addressed by now', () => {
  given()
    .when(beginPart(noise, wholeAfter(submitted, acknowledged, opinionSplit)))
    .yields(partBegun);
  given()
    .when(beginPart(noise, wholeAfter(submitted, acknowledged, redirected, opinionSplit)))
    .yields(having(partBegun, { addressedTo: redirected.data.addressedTo }));
});

it('carries nothing of who spoke, and no more than there was', () => {
  const { channel, title, text } = submitted.data;
  const bare = {
    type: 'OpinionSubmitted',
    data: { opinionId, channel, title, text, submitter: citizen },
  } as const;
  const decided = beginPart(noise, wholeAfter(bare, acknowledged, opinionSplit))(standing());
  expect(decided).toStrictEqual([
    { type: 'OpinionPartBegun', data: { ...noise, whole: opinionId, channel } },
  ]);
});

it('begins once, and not in the place of another opinion', () => {
  const whole = wholeAfter(submitted, acknowledged, opinionSplit);
  given(partBegun, listed).when(beginPart(noise, whole)).changesNothing();
  given(submitted).when(beginPart(noise, whole)).isRejected('opinion-id-is-taken');
});

it('is taken back as long as nothing was done with it', () => {
  given(partBegun).when(takes).yields(takenBack);
  given(partBegun, redirected).when(takes).yields(takenBack);
  for (const event of [asked, listed]) given(partBegun, event).when(takes).changesNothing();
  given().when(takes).changesNothing();
  given(submitted, acknowledged).when(takes).changesNothing();
});

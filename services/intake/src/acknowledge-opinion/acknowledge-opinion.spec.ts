import { it } from '@jest/globals';
import {
  acknowledged,
  anonymous,
  holder,
  officer,
  opinionId,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { opinions } from '../opinion/opinion.js';
import { acknowledgeOpinion } from './acknowledge-opinion.js';

const { given } = specFor(opinions);

it('is acknowledged by the office or the holder of the post', () => {
  for (const actor of [officer, holder])
    given(submitted).when(acknowledgeOpinion({ opinionId }, actor)).yields(acknowledged);
});

it.each([
  ['no-such-opinion', given(), officer],
  ['not-addressed-to-you', given(submitted), anonymous],
  ['not-addressed-to-you', given(submitted, acknowledged), { ...holder, post: officer.post }],
] as const)('is not when %s', (reason, opinion, actor) => {
  opinion.when(acknowledgeOpinion({ opinionId }, actor)).isRejected(reason);
});

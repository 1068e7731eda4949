import { it } from '@jest/globals';
import { answered, holder, officer } from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { answerOpinion } from './answer-opinion.js';

const { given } = specFor(opinions);
const answer = answered.data;

it('is answered by the office or the holder of the post', () => {
  for (const actor of [officer, holder])
    given(...histories.acknowledged)
      .when(answerOpinion(answer, actor))
      .yields(answered);
});

it.each([
  ['no-such-opinion', given(), officer],
  ['no-such-opinion', given(), holder],
  ['not-addressed-to-you', given(...histories.acknowledged), { ...holder, post: officer.post }],
  ['not-acknowledged-yet', given(...histories.submitted), officer],
] as const)('is not when %s', (reason, opinion, actor) => {
  opinion.when(answerOpinion(answer, actor)).isRejected(reason);
});

it('is answered once', () => {
  const other = { ...answer, answer: 'Something else.' };
  given(...histories.answered)
    .when(answerOpinion(other, officer))
    .isRejected('already-answered');
});

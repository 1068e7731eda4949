import { it } from '@jest/globals';
import { appraised, opinionId, told, withdrawn } from '@redress/contracts/intake/opinion.examples';
import { having, specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { appraiseOutcome } from './appraise-outcome.js';

const { given } = specFor(opinions);
const { appraisal, comment } = appraised.data;
const judge = { appraisal, comment };

it('judges what was told, with a comment or without', () => {
  for (const way of ['told', 'told as a duplicate'] as const)
    given(...histories[way])
      .when(appraiseOutcome(opinionId, judge))
      .yields(appraised);
  given(...histories.told)
    .when(appraiseOutcome(opinionId, { appraisal: 'dissatisfied' }))
    .yields({ type: 'OutcomeAppraised', data: { opinionId, appraisal: 'dissatisfied' } });
});

it('judges anew what is told anew', () => {
  const again = having(told, { outcome: 'Work ends at eight.' });
  given(...histories.told, appraised, withdrawn, again)
    .when(appraiseOutcome(opinionId, judge))
    .yields(appraised);
});

it.each([
  ['no-such-receipt', given(), judge],
  ['not-told-yet', given(...histories.listed), judge],
  ['not-told-yet', given(...histories.told, withdrawn), judge],
  ['already-appraised', given(...histories.told, appraised), { ...judge, appraisal: 'partly' }],
  ['already-appraised', given(...histories.told, appraised), { appraisal }],
] as const)('does not when %s', (reason, opinion, command) => {
  opinion.when(appraiseOutcome(opinionId, command)).isRejected(reason);
});

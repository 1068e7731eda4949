import { describe, it } from '@jest/globals';
import {
  acknowledged,
  asked,
  entryId,
  holder,
  officer,
  opinionId,
  questionId,
  wrote,
} from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { answerOpinion } from '../answer-opinion/answer-opinion.js';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { askSubmitter, submitterWrites } from './converse.js';

const { given } = specFor(opinions);
const ask = asked.data;
const write = { entryId, text: wrote.data.text };
const stranger = { ...holder, post: officer.post };

describe('who handles an opinion asks its submitter', () => {
  it('while it is triaged, or an issue is made of it', () => {
    for (const actor of [officer, holder])
      for (const status of ['acknowledged', 'listed'] as const)
        given(...histories[status])
          .when(askSubmitter(ask, actor))
          .yields(asked);
  });

  it.each([
    ['no-such-opinion', given(), ask, officer],
    ['not-addressed-to-you', given(...histories.acknowledged), ask, stranger],
    ['entry-id-is-taken', given(...histories.acknowledged, asked), { ...ask, question: 'Where?' }, officer],
    ['entry-id-is-taken', given(...histories.acknowledged, wrote), { ...ask, entryId }, officer],
  ] as const)('but is told %s', (reason, opinion, command, actor) => {
    opinion.when(askSubmitter(command, actor)).isRejected(reason);
  });
});

describe('the submitter writes', () => {
  it('at any time before the end', () => {
    for (const status of ['submitted', 'acknowledged', 'duplicate', 'split', 'listed'] as const)
      given(...histories[status])
        .when(submitterWrites(opinionId, write))
        .yields(wrote);
  });

  it('and so asks back after an answer, which is then given once more', () => {
    const askedBack = { ...wrote, data: { ...wrote.data, asksBack: true } };
    const again = { opinionId, answer: 'It was the other site; that one has stopped, too.' };
    given(...histories.answered)
      .when(submitterWrites(opinionId, write))
      .yields(askedBack);
    given(...histories.answered, askedBack)
      .when(answerOpinion(again, holder))
      .yields({ type: 'OpinionAnswered', data: again });
  });

  it.each([
    ['no-such-receipt', given(), write],
    ['entry-id-is-taken', given(...histories.acknowledged, wrote), { ...write, text: 'No, every second.' }],
    ['entry-id-is-taken', given(...histories.acknowledged, asked), { ...write, entryId: questionId }],
    ['already-refused', given(...histories.refused), write],
    ['already-told', given(...histories.told), write],
    ['part-is-taken-back', given(...histories['taken-back']), write],
  ] as const)('but is told %s', (reason, opinion, entry) => {
    opinion.when(submitterWrites(opinionId, entry)).isRejected(reason);
  });

  it('and nothing more when the same comes again after the end', () => {
    given(...histories.acknowledged, wrote, acknowledged)
      .when(submitterWrites(opinionId, write))
      .changesNothing();
  });
});

import { it } from '@jest/globals';
import { holder, officer, refused } from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { histories } from '../opinion/histories.examples.js';
import { opinions } from '../opinion/opinion.js';
import { refuseOpinion } from './refuse-opinion.js';

const { given } = specFor(opinions);
const refuse = refused.data;

it('is refused by the office, on a ground and with a reason', () => {
  given(...histories.acknowledged)
    .when(refuseOpinion(refuse, officer))
    .yields(refused);
});

it.each([
  ['no-such-opinion', given(), refuse, officer],
  ['not-the-office', given(...histories.acknowledged), refuse, holder],
  ['already-refused', given(...histories.refused), { ...refuse, ground: 'abusive' }, officer],
  ['already-refused', given(...histories.refused), { ...refuse, reason: 'another' }, officer],
] as const)('is not when %s', (reason, opinion, command, actor) => {
  opinion.when(refuseOpinion(command, actor)).isRejected(reason);
});

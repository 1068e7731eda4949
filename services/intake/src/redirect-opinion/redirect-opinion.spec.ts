import { it } from '@jest/globals';
import {
  acknowledged,
  holder,
  officer,
  opinionId,
  redirected,
  roleInbox,
  submitted,
} from '@redress/contracts/intake/opinion.examples';
import { specFor } from '@redress/eventsourcing/spec';
import { acknowledgeOpinion } from '../acknowledge-opinion/acknowledge-opinion.js';
import { opinions } from '../opinion/opinion.js';
import { redirectOpinion } from './redirect-opinion.js';

const { given } = specFor(opinions);
const redirect = redirected.data;

it('goes to another role inbox before it is triaged', () => {
  given(submitted).when(redirectOpinion(redirect, officer)).yields(redirected);
  given(submitted, acknowledged).when(redirectOpinion(redirect, officer)).yields(redirected);
});

it('stays where it is', () => {
  given(submitted)
    .when(redirectOpinion({ ...redirect, addressedTo: roleInbox }, officer))
    .changesNothing();
});

it('is then handled by the holder of the other post alone', () => {
  const passed = given(submitted, redirected);
  passed.when(acknowledgeOpinion({ opinionId }, holder)).isRejected('not-addressed-to-you');
  passed
    .when(acknowledgeOpinion({ opinionId }, { ...holder, post: redirect.addressedTo }))
    .yields(acknowledged);
});

it.each([
  ['no-such-opinion', given(), officer],
  ['no-such-opinion', given(), holder],
  ['not-the-office', given(submitted), holder],
] as const)('is not when %s', (reason, opinion, actor) => {
  opinion.when(redirectOpinion(redirect, actor)).isRejected(reason);
});

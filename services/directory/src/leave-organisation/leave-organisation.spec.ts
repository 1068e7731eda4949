import { describe, expect, it } from '@jest/globals';
import {
  departed,
  deputyDismissed,
  deputyNamed,
  head,
  knownAs,
  officer,
  operator,
  personId,
  postEstablished,
  postId,
  registered,
  returned,
  successorId,
  taken,
  today,
  vacated,
} from '@redress/contracts/directory/organisation.examples';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import { issued, revoked } from '@redress/contracts/directory/token.examples';
import { versioned } from '@redress/contracts/event';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { rowsAfter } from '@redress/read-models/spec';
import { people } from '../person/person.js';
import { peopleList } from '../post-list/people.js';
import { posts } from '../post/post.js';
import { tokens } from '../token/token.js';
import {
  departPerson,
  endsToken,
  knowPersonAs,
  leavesPost,
  LEFT,
  returnPerson,
} from './leave-organisation.js';

const { given } = specFor(people);
const { userName, externalId } = knownAs.data;

describe('somebody', () => {
  it('leaves, and is back, each once', () => {
    given(registered).when(departPerson(operator, today)).yields(departed);
    given(registered, departed).when(departPerson(operator, today)).changesNothing();
    given(registered, departed).when(returnPerson(officer, today)).yields(returned);
    given(registered).when(returnPerson(officer, today)).changesNothing();
    given(registered, departed, returned).when(departPerson(operator, today)).yields(departed);
  });

  it('is known under what another directory calls them, until it says otherwise', () => {
    given(registered).when(knowPersonAs({ userName, externalId }, operator)).yields(knownAs);
    given(registered, knownAs).when(knowPersonAs({ userName, externalId }, operator)).changesNothing();
    given(registered, knownAs)
      .when(knowPersonAs({}, operator))
      .yields({ type: 'PersonKnownAs', data: { personId } });
    given(registered).when(knowPersonAs({}, operator)).changesNothing();
  });

  it.each([
    ['may-not-change-the-organisation', given(registered), departPerson(head, today)],
    ['may-not-change-the-organisation', given(registered, departed), returnPerson(head, today)],
    ['may-not-change-the-organisation', given(registered), knowPersonAs({ userName }, head)],
    ['no-such-person', given(), departPerson(operator, today)],
    ['no-such-person', given(), returnPerson(operator, today)],
    ['no-such-person', given(), knowPersonAs({ userName }, operator)],
  ] as const)('is told %s', (reason, person, decide) => {
    person.when(decide).isRejected(reason);
  });

  it('stands in the register as it is now', () => {
    const row = { id: personId, rosterNumber: 'R1007', name: '王伟' };
    const names = {
      userName: 'Wang.Wei@example.org',
      userNameSpelt: 'wang.wei@example.org',
      externalId: '00u1',
    };
    expect(rowsAfter(peopleList, registered, knownAs, departed)).toMatchObject([
      { ...row, ...names, leftOn: today },
    ]);
    const [back] = rowsAfter(peopleList, registered, knownAs, departed, returned);
    expect(back).not.toHaveProperty('leftOn');
    const [unknown] = rowsAfter(peopleList, registered, knownAs, {
      type: 'PersonKnownAs',
      data: { personId },
    });
    expect(unknown).toEqual({ ...row, revision: expect.any(Number) });
  });
});

describe('whoever leaves', () => {
  const post = (...events: readonly PostEvent[]) =>
    fold(
      posts,
      events.map((event) => versioned(posts, event)),
    );
  const leaves = leavesPost(postId, 'P-07-1', personId, today);

  it('leaves the post, and has no deputy in it', () => {
    expect(leaves(post(postEstablished, taken))).toEqual([vacated]);
    expect(leaves(post(postEstablished, taken, deputyNamed))).toEqual([vacated, deputyDismissed]);
  });

  it('is nobody’s deputy', () => {
    const others = having(taken, { personId: successorId });
    const deputy = having(deputyNamed, { deputy: personId, principal: successorId });
    expect(leaves(post(postEstablished, others, deputy))).toEqual([deputyDismissed]);
  });

  it('takes nothing from others, and nothing twice', () => {
    const others = having(taken, { personId: successorId });
    expect(leaves(post(postEstablished, others))).toEqual([]);
    expect(leaves(post(postEstablished, taken, deputyNamed, vacated, deputyDismissed))).toEqual([]);
    expect(leaves(posts.initial)).toEqual([]);
  });

  it('has no token any more', () => {
    const token = fold(tokens, [versioned(tokens, issued)]);
    expect(endsToken(token)).toEqual([{ ...revoked, data: { ...revoked.data, reason: LEFT } }]);
    expect(
      endsToken(
        fold(
          tokens,
          [issued, revoked].map((one) => versioned(tokens, one)),
        ),
      ),
    ).toEqual([]);
    expect(endsToken(tokens.initial)).toEqual([]);
  });
});

import { expect, it } from '@jest/globals';
import {
  head,
  left,
  personId,
  postEstablished,
  postId,
  taken,
  today,
} from '@redress/contracts/directory/organisation.examples';
import { envelope, inThirtyDays, issue, now } from '@redress/contracts/directory/token.examples';
import type { CaseId, MessageId } from '@redress/contracts/values';
import { StoppedClock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { load } from '@redress/eventsourcing/load';
import { having } from '@redress/eventsourcing/spec';
import { transact } from '@redress/eventsourcing/transact';
import { InMemoryRoster } from '@redress/sealing/in-memory-roster';
import { posts } from '../post/post.js';
import { tokens } from '../token/token.js';
import { IssueTokenHandler } from './issue-token.handler.js';
import { Mint } from './mint.js';

const clock = new StoppedClock(now);
const another = '0190a5c4-1111-7aaa-8aaa-000000000008' as MessageId;

const begin = async () => {
  const store = new InMemoryEventStore(clock);
  const because = { ...envelope, causationId: '0190a5c4-1111-7aaa-8aaa-000000000009' as MessageId };
  await transact(store, posts, postId, because, () => [postEstablished, taken]);
  return {
    store,
    handler: new IssueTokenHandler(store, clock, new Mint('secret'), new InMemoryRoster({ R1007: personId })),
  };
};

it('answers a repeat with the same token, also once the post has passed to another', async () => {
  const { store, handler } = await begin();
  const first = await handler.issue(issue, envelope);
  expect(first).toMatchObject({ revision: 0, actor: head, expiresAt: inThirtyDays });
  expect(await handler.issue(issue, envelope)).toEqual(first);

  const leaves = having(left, { until: today });
  const because = { ...envelope, causationId: another, correlationId: 'case' as CaseId };
  await transact(store, posts, postId, because, () => [leaves]);
  expect(await handler.issue(issue, { ...envelope, happenedAt: inThirtyDays })).toEqual(first);
});

it('keeps of the text only its hash', async () => {
  const { store, handler } = await begin();
  const answer = await handler.issue(issue, envelope);
  if ('rejected' in answer) throw new Error(answer.rejected);
  expect(JSON.stringify(await store.read(`token-${answer.tokenId}`))).not.toContain(answer.token.slice(4));
  expect(await load(store, tokens, answer.tokenId)).toMatchObject({ status: 'issued', acts: head });
});

it('does not answer another request with the token of the first', async () => {
  const { handler } = await begin();
  await handler.issue(issue, envelope);
  expect(await handler.issue({ ...issue, recordsPast: true }, envelope)).toEqual({
    rejected: 'key-used-for-another',
  });
  expect(await handler.issue(issue, { ...envelope, causationId: another })).toMatchObject({ actor: head });
});

it('hands a rejection on', async () => {
  const { handler } = await begin();
  const answer = handler.issue({ ...issue, rosterNumber: 'R1008' }, envelope);
  expect(await answer).toEqual({ rejected: 'does-not-hold-it' });
});

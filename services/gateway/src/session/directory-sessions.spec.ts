import { beforeEach, expect, it } from '@jest/globals';
import { inThirtyDays, now, sha256, tokenId } from '@redress/contracts/directory/token.examples';
import type { Session } from '@redress/contracts/directory/who-acts';
import type { Answer } from '@redress/contracts/query';
import { officer } from '@redress/contracts/rectification/people.examples';
import type { Instant } from '@redress/contracts/values';
import { Problem } from '@redress/edge/problems';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { DirectorySessions } from './directory-sessions.js';

const session: Session = { tokenId, actor: officer, recordsPast: false, expiresAt: inThirtyDays };

class Time extends Clock {
  at: Instant = now;
  override now(): Instant {
    return this.at;
  }
  after(ms: number): void {
    this.at = new Date(Date.parse(this.at) + ms).toISOString() as Instant;
  }
}

class Directory extends Services {
  readonly asked: unknown[] = [];
  answer: Answer<Session> | Error = session;
  override send(): never {
    throw new Error('nothing is sent');
  }
  override ask<Reply>(_: unknown, query: object, actor: unknown): Promise<Reply> {
    this.asked.push({ ...query, actor });
    if (this.answer instanceof Error) return Promise.reject(this.answer);
    return Promise.resolve(this.answer as Reply);
  }
}

let directory: Directory;
let time: Time;
let sessions: DirectorySessions;

beforeEach(() => {
  directory = new Directory();
  time = new Time();
  sessions = new DirectorySessions(directory, time);
});

it('asks with the hash of the token, not with the token', async () => {
  expect(await sessions.sessionOf('a token')).toEqual(session);
  expect(directory.asked).toEqual([{ sha256, actor: { role: 'system' } }]);
});

it('asks once, however many ask at the same time, and again after five seconds', async () => {
  await Promise.all([1, 2, 3].map(() => sessions.sessionOf('a token')));
  time.after(4_999);
  await sessions.sessionOf('a token');
  expect(directory.asked).toHaveLength(1);
  time.after(1);
  directory.answer = { rejected: 'not-found' };
  expect(await sessions.sessionOf('a token')).toBeUndefined();
  expect(directory.asked).toHaveLength(2);
});

it('asks anew for what was to be forgotten while it was asked', async () => {
  const before = sessions.sessionOf('a token');
  sessions.forget(({ tokenId: one }) => one === tokenId);
  directory.answer = { rejected: 'not-found' };
  expect(await sessions.sessionOf('a token')).toBeUndefined();
  expect(await before).toEqual(session);
  expect(await sessions.sessionOf('a token')).toBeUndefined();
  expect(directory.asked).toHaveLength(3);
});

it('does not remember what is unknown: a token works as soon as it is issued', async () => {
  directory.answer = { rejected: 'not-found' };
  expect(await sessions.sessionOf('a token')).toBeUndefined();
  directory.answer = session;
  expect(await sessions.sessionOf('a token')).toEqual(session);
});

it('does not take a token that has expired since', async () => {
  directory.answer = { ...session, expiresAt: '2026-03-20T08:00:01.000Z' as Instant };
  expect(await sessions.sessionOf('a token')).toBeDefined();
  time.after(1_000);
  expect(await sessions.sessionOf('a token')).toBeUndefined();
});

it('lets nobody in while the directory does not answer, and asks anew', async () => {
  directory.answer = new ServiceUnavailable('no reply');
  await expect(sessions.sessionOf('a token')).rejects.toBeInstanceOf(ServiceUnavailable);
  directory.answer = session;
  expect(await sessions.sessionOf('a token')).toEqual(session);
});

it('remembers ten thousand tokens, and forgets the one that it asked for first', async () => {
  for (let n = 0; n <= 10_000; n += 1) await sessions.sessionOf(`token ${String(n)}`);
  await sessions.sessionOf('token 1');
  expect(directory.asked).toHaveLength(10_001);
  await sessions.sessionOf('token 0');
  expect(directory.asked).toHaveLength(10_002);
});

it('asks for so many tokens that are good for nothing, and then no more; for those that were good, always', async () => {
  await sessions.sessionOf('a token');
  time.after(5_000);
  directory.answer = { rejected: 'not-found' };
  const tries = Array.from({ length: 400 }, (_, n) => sessions.sessionOf(`guess ${String(n)}`).catch(typeOf));
  const said = await Promise.all(tries);
  const refused = said.filter((one) => one === 'too-many-unknown-tokens');
  expect(said.filter((one) => one === undefined)).toHaveLength(400 - refused.length);
  expect(refused.length).toBeGreaterThan(50);
  expect(directory.asked).toHaveLength(1 + 400 - refused.length);

  directory.answer = session;
  expect(await sessions.sessionOf('a token')).toEqual(session);
});

it('does not count tokens that are good', async () => {
  for (let n = 0; n < 500; n += 1) expect(await sessions.sessionOf(`token ${String(n)}`)).toEqual(session);
});

const typeOf = (error: unknown): unknown => (error instanceof Problem ? error.type : error);

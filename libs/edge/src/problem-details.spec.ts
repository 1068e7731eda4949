import { describe, expect, it } from '@jest/globals';
import { BadRequestException, HttpStatus, NotFoundException, PayloadTooLargeException } from '@nestjs/common';
import type { Written } from '@redress/contracts/command';
import type { Position } from '@redress/contracts/values';
import { detailsOf, problemOf } from './problem-details.js';
import { found, Problem, settle } from './problems.js';
import { ServiceUnavailable } from './services.js';

const thrownBy = (act: () => unknown): Problem => {
  try {
    act();
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing was thrown');
};

describe('an outcome', () => {
  const STATUS = { 'task-is-closed': HttpStatus.CONFLICT } as const;

  it('is handed on when the command was accepted', () => {
    const written = { revision: 3, position: '7' as Position };
    expect(settle(written, STATUS)).toBe(written);
  });

  it('is a problem when it was rejected', () => {
    const rejected = thrownBy(() => settle({ rejected: 'task-is-closed' }, STATUS));
    expect([rejected.type, rejected.getStatus()]).toEqual(['task-is-closed', 409]);
    const outdated = thrownBy(() =>
      settle<keyof typeof STATUS, Written>({ rejected: 'changed-meanwhile' }, STATUS),
    );
    expect([outdated.type, outdated.getStatus()]).toEqual(['changed-meanwhile', 412]);
  });
});

describe('an answer', () => {
  it('is handed on when there is one', () => {
    const row = { id: 'x' };
    expect(found(row)).toBe(row);
  });

  it('is a problem when there is none, or none yet', () => {
    expect(thrownBy(() => found({ rejected: 'not-found' })).getStatus()).toBe(404);
    const notYet = thrownBy(() => found({ rejected: 'not-yet' }));
    expect([notYet.getStatus(), notYet.more.headers]).toEqual([503, { 'retry-after': '1' }]);
  });
});

it('is a problem of the key, whatever was asked or said, when that is confined to other things', () => {
  const STATUS = { 'task-is-closed': HttpStatus.CONFLICT } as const;
  const refused = { rejected: 'out-of-scope' } as const;
  for (const act of [() => found(refused), () => settle<keyof typeof STATUS, Written>(refused, STATUS)]) {
    const problem = thrownBy(act);
    expect([problem.type, problem.getStatus()]).toEqual(['out-of-scope', 403]);
    expect(problem.more.headers?.['www-authenticate']).toContain('error="insufficient_scope"');
  }
});

describe('an error', () => {
  it.each([
    [new NotFoundException(), 'no-such-route', 404],
    [new PayloadTooLargeException(), 'too-large', 413],
    [new BadRequestException('Unexpected token'), 'malformed', 400],
    [new ServiceUnavailable('no reply'), 'unavailable', 503],
    [new Error('secret'), 'fault', 500],
    ['thrown text', 'fault', 500],
  ])('%p is the problem %s', (error, type, status) => {
    const problem = problemOf(error);
    expect([problem.type, problem.getStatus()]).toEqual([type, status]);
  });

  it('says when to come again, if that may help', () => {
    expect(problemOf(new ServiceUnavailable('x')).more.headers).toEqual({ 'retry-after': '1' });
  });

  it('keeps what a service said of the fields', () => {
    const errors = [{ field: 'title', rule: 'isLength', limits: { most: 3 } }];
    expect(problemOf(new BadRequestException({ type: 'malformed', errors })).more.broken).toEqual(errors);
  });
});

it('is told in the language that is preferred, and names the request', () => {
  const problem = new Problem('no-token', HttpStatus.UNAUTHORIZED, {
    headers: { 'www-authenticate': 'Bearer' },
  });
  const { status, headers, body } = detailsOf(problem, 'r-1', 'zh-CN');
  expect(status).toBe(401);
  expect(headers).toMatchObject({
    'www-authenticate': 'Bearer',
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'zh',
  });
  expect(JSON.parse(body)).toEqual({
    type: '/problems/no-token',
    title: '需要有效的访问令牌',
    status: 401,
    instance: '/requests/r-1',
  });
});

it('asks who it is, in whatever way nobody was told', () => {
  const { headers } = detailsOf(new Problem('no-token', HttpStatus.UNAUTHORIZED), 'r', undefined);
  expect(headers['www-authenticate']).toBe('Bearer realm="redress"');
  const { headers: others } = detailsOf(new Problem('not-found', HttpStatus.NOT_FOUND), 'r', undefined);
  expect(others).not.toHaveProperty('www-authenticate');
});

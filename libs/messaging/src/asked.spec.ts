import { describe, expect, it } from '@jest/globals';
import type { PersonId } from '@redress/contracts/values';
import { type Asked, askedIn, asking, type Packet, wasAnswered, wasRead } from './asked.js';

const person = '0190a5c4-1111-7aaa-8aaa-00000000000a' as PersonId;
const ofARequest = { isAnonymous: false, requestId: 'r-7' };

describe('a question that is asked', () => {
  it('says of which request it is, unless that is of somebody without a name', () => {
    expect(asking({ query: {} }, ofARequest)).toEqual({ query: {}, requestId: 'r-7' });
    expect(asking({ query: {} }, { ...ofARequest, isAnonymous: true })).toEqual({ query: {} });
    expect(asking({ query: {} }, { isAnonymous: false })).toEqual({ query: {} });
    expect(asking({ query: {} }, undefined)).toEqual({ query: {} });
  });
});

describe('a question that came', () => {
  const read = (question: Parameters<typeof wasRead>[2]): Asked => {
    const asked = askedIn(undefined);
    expect(asked.isAnonymous).toBe(true);
    wasRead(asked, 'tally.count', question);
    return asked;
  };

  it.each([
    [{}, true],
    [{ actor: {} }, true],
    [{ actor: { role: 'submitter' as const } }, true],
    [{ envelope: { actor: { role: 'submitter' as const } } }, true],
    [{ actor: { role: 'submitter' as const, person } }, false],
    [{ actor: { role: 'office' as const } }, false],
    [{ envelope: { actor: { role: 'system' as const } } }, false],
  ])('of %j is of somebody without a name: %j', (question, isAnonymous) => {
    expect(read(question).isAnonymous).toBe(isAnonymous);
  });

  it('is a command when it has an envelope, and keeps an id that is one', () => {
    expect(read({ envelope: {}, requestId: 'r-7' })).toMatchObject({ isCommand: true, requestId: 'r-7' });
    expect(read({ actor: {}, requestId: 'a\nb' })).toMatchObject({ isCommand: false, requestId: undefined });
    expect(read({ requestId: { not: 'text' } }).requestId).toBeUndefined();
  });

  const outcomeOf = (packet: Packet): string | undefined => {
    let told: string | undefined;
    const span = {
      trace: 't',
      span: 's',
      end: (how?: { readonly outcome?: string }) => (told = how?.outcome),
    };
    const asked = { ...askedIn(undefined), span: span as unknown as NonNullable<Asked['span']> };
    wasAnswered(asked, 'tally.count', packet);
    wasAnswered(asked, 'tally.count', { isDisposed: true });
    return told;
  };

  it.each([
    [{ response: { revision: 0 } }, 'accepted'],
    [{ response: { rejected: 'counted-already' } }, 'rejected'],
    [{ response: null }, 'accepted'],
    [{ err: { code: 'busy' } }, 'busy'],
    [{ err: { code: 'malformed', errors: {} } }, 'malformed'],
    [{ err: 'Internal server error' }, 'fault'],
    [{ err: null, response: [] }, 'accepted'],
  ])('and is answered with %j was %s', (packet, outcome) => {
    expect(outcomeOf(packet)).toBe(outcome);
  });
});

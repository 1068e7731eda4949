import { expect, it } from '@jest/globals';
import {
  officer,
  personId,
  postEstablished,
  successorId,
} from '@redress/contracts/directory/organisation.examples';
import type { PostEvent } from '@redress/contracts/directory/organisation.events';
import { versioned } from '@redress/contracts/event';
import type { Day, PersonId } from '@redress/contracts/values';
import { fold } from '@redress/eventsourcing/aggregate';
import { rowsAfter } from '@redress/read-models/spec';
import fc from 'fast-check';
import { people } from '../person/person.js';
import { holdingsOn, postList } from '../post-list/post-list.js';
import { dayAfter, holderOn, overlaps, posts } from '../post/post.js';
import { joinPost, vacatePost } from './join-post.js';

const PEOPLE = [personId, successorId, '0190a5c4-2222-4aaa-8aaa-000000001010' as PersonId] as const;
const said = { code: 'P-07-1', rosterNumber: 'R1007' };

type Step = { readonly who: number; readonly does: 'joins' | 'vacates' | 'sleeps' };
const step = fc.record({
  who: fc.nat({ max: PEOPLE.length - 1 }),
  does: fc.constantFrom('joins', 'vacates', 'sleeps'),
}) satisfies fc.Arbitrary<Step>;

it('whoever joins and vacates a post, on whatever days, holds it when a model of one line says so', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const events: PostEvent[] = [postEstablished];
      let today = '2026-03-20' as Day;
      let holder: PersonId | undefined;
      const post = () =>
        fold(
          posts,
          events.map((event) => versioned(posts, event)),
        );
      for (const { who, does } of steps) {
        const id = PEOPLE[who] ?? personId;
        const person = { ...people.initial, id, name: 'Ann' };
        if (does === 'sleeps') today = dayAfter(today);
        else {
          const rule =
            does === 'joins' ? joinPost(said, officer, today, person) : vacatePost(said, officer, today, id);
          const decided = rule(post());
          if (does === 'joins') expect('rejected' in decided).toBe(holder !== undefined && holder !== id);
          if (!('rejected' in decided)) events.push(...decided);
          if (does === 'joins') holder ??= id;
          else if (holder === id) holder = undefined;
        }
        const state = post();
        expect(holderOn(state, today)).toBe(holder);
        const [row] = rowsAfter(postList, ...events);
        expect(row && holdingsOn(row, today).map((one) => one.person)).toEqual(holder ? [holder] : []);
        const holdings = state.status === 'established' ? state.holdings : [];
        for (const one of holdings)
          expect(holdings.filter((other) => other !== one && overlaps(one)(other))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

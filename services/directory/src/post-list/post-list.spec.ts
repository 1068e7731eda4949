import { expect, it } from '@jest/globals';
import {
  day1,
  day2,
  day3,
  dayBefore,
  headEstablished,
  left,
  personId,
  personRenamed,
  postEstablished,
  postId,
  registered,
  successorId,
  taken,
} from '@redress/contracts/directory/organisation.examples';
import { having } from '@redress/eventsourcing/spec';
import { rowsAfter } from '@redress/read-models/spec';
import { peopleList } from './people.js';
import { type DatedPost, holdingsOn, postList } from './post-list.js';

const succeeded = having(taken, { personId: successorId, from: day3 });
const [row] = rowsAfter(postList, postEstablished, taken, left, succeeded) as readonly [DatedPost];

it('keeps a post and all who held it, by the day', () => {
  expect(row).toMatchObject({ id: postId, code: 'P-07-1', role: 'unit', from: day1 });
  expect(holdingsOn(row, dayBefore(day1))).toEqual([]);
  expect(holdingsOn(row, day1)).toEqual([{ person: personId, from: day1, until: day2 }]);
  expect(holdingsOn(row, day2)).toHaveLength(1);
  expect(holdingsOn(row, dayBefore(day3))).toEqual([]);
  expect(holdingsOn(row, day3)).toEqual([{ person: successorId, from: day3 }]);
});

it('keeps that a post heads its unit', () => {
  expect(row).not.toHaveProperty('heads');
  expect(rowsAfter(postList, headEstablished)).toMatchObject([{ id: postId, heads: true }]);
});

it('keeps a last day that was known from the first', () => {
  const [known] = rowsAfter(postList, postEstablished, having(taken, { until: day2 })) as readonly [
    DatedPost,
  ];
  expect(holdingsOn(known, day1)).toEqual([{ person: personId, from: day1, until: day2 }]);
});

it('keeps the name that a person has now', () => {
  expect(rowsAfter(peopleList, registered)).toEqual([
    { id: personId, rosterNumber: 'R1007', name: '王伟', revision: 0 },
  ]);
  expect(rowsAfter(peopleList, registered, personRenamed)).toMatchObject([{ name: '王维' }]);
});

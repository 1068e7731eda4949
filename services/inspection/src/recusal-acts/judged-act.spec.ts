import { expect, it } from '@jest/globals';
import type { Conflict } from '@redress/contracts/inspection/recusal';
import type { Act } from '@redress/contracts/inspection/recusal-acts';
import { visitDay, visitId } from '@redress/contracts/inspection/visit.examples';
import { envelope, inspector, leadUnit, strangeUnit } from '@redress/contracts/rectification/people.examples';
import type { Day, OverrideId } from '@redress/contracts/values';
import { judgedAct } from './judged-act.js';

const belongs: Conflict = { unit: leadUnit, kind: 'belongs', through: leadUnit, from: '2020-01-01' as Day };
const declared: Conflict = { ...belongs, kind: 'declared' };
const through: Conflict = { ...belongs, through: strangeUnit };
const elsewhere: Conflict = { ...belongs, unit: strangeUnit };
const lifted = { ...belongs, overriddenBy: '0190a5c4-1111-7aaa-8aaa-000000000031' as OverrideId };
const later = { ...belongs, until: '2026-04-01' as Day };

const unchecked: Act = {
  act: 'opened',
  person: inspector.person,
  on: visitDay,
  at: envelope.happenedAt,
  recordedAt: envelope.happenedAt,
  times: 1,
  units: [leadUnit],
  caseId: envelope.correlationId,
  visitId,
};
const acted = (...conflicts: readonly Conflict[]): Act => ({
  ...unchecked,
  known: { conflicts, overrides: [] },
});

it.each([
  ['clear', 'nothing was known, and nothing is', acted(), []],
  ['clear', 'what is known concerns another unit', acted(), [elsewhere]],
  ['clear', 'nobody looked, and nothing is known', unchecked, []],
  ['overridden', 'it was known and let pass', acted(lifted), [lifted]],
  ['overridden', 'it is known to have ended later', acted(lifted), [later]],
  ['overridden', 'it was known then, and is no more', acted(lifted), []],
  ['not-known-then', 'it came to light later', acted(), [belongs]],
  ['not-known-then', 'it came to light later, and would have been let pass', acted(), [lifted]],
  ['not-known-then', 'another kind came to light later', acted(lifted), [lifted, declared]],
  ['not-known-then', 'it came to light later through another unit', acted(lifted), [lifted, through]],
  ['not-known-then', 'nobody looked', unchecked, [belongs]],
  ['conflicted', 'it was known and not let pass', acted(belongs), [belongs]],
  ['conflicted', 'one of two was not let pass', acted(lifted, declared), [lifted]],
] as const)('is %s when %s', (verdict, _why, act, now) => {
  expect(judgedAct(act, now)).toEqual({
    ...act,
    verdict,
    wasChecked: 'known' in act,
    conflictsNow: now.filter((conflict) => conflict !== elsewhere),
  });
});

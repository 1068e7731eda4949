import { describe, it } from '@jest/globals';
import {
  closeRound as closing,
  rescopeRound as asked,
  roundClosed,
  roundPlanned,
  roundRescoped,
  roundScoped,
} from '@redress/contracts/inspection/round.examples';
import { endOfMarch } from '@redress/contracts/inspection/interest.examples';
import { otherTeam, teamId } from '@redress/contracts/inspection/team.examples';
import {
  inspector,
  leadUnit,
  officer,
  strangeUnit,
  supportingUnit,
} from '@redress/contracts/rectification/people.examples';
import type { EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { groundOf } from '../round/ground.examples.js';
import { rounds } from '../round/round.js';
import { closeRound, rescopeRound } from './rescope-round.js';

const { given } = specFor(rounds);
const planned = given(roundPlanned, roundScoped);
const rescoped = given(roundPlanned, roundScoped, roundRescoped);
const closed = given(roundPlanned, roundScoped, roundClosed);
const ground = groundOf(...asked.added);
const rescoping = (
  change: Partial<typeof asked> & {
    readonly pairing?: { team: typeof teamId; units: typeof asked.added }[];
  } = {},
) => rescopeRound({ ...asked, ...change }, officer, ground);
const entryId = '0190a5c4-6666-7aaa-8aaa-000000000069' as EntryId;

describe('a round is rescoped', () => {
  it('with what is added, what is taken away, and why', () => {
    planned.when(rescoping()).yields(roundRescoped);
  });

  it('with a pairing of its own', () => {
    const pairing = [{ team: teamId, units: [strangeUnit] }];
    const added = [{ teams: [teamId], units: [strangeUnit] }];
    planned.when(rescoping({ pairing })).yields(having(roundRescoped, { added }));
  });

  it('back again, by another entry; the first takes nothing back when it is told again', () => {
    const back = { ...asked, entryId, added: [supportingUnit], removed: [strangeUnit] };
    rescoped.when(rescopeRound(back, officer, groundOf(supportingUnit))).yields(
      having(roundRescoped, {
        entryId,
        added: [{ teams: [], units: [supportingUnit] }],
        removed: [strangeUnit],
      }),
    );
    rescoped.when(rescoping()).changesNothing();
    rescoped.when(rescoping({ reason: 'Another' })).isRejected('entry-id-is-taken');
    rescoped.when(rescoping({ added: [] })).isRejected('entry-id-is-taken');
    rescoped.when(rescoping({ removed: [] })).isRejected('entry-id-is-taken');
  });

  it('by the office, while it is not closed', () => {
    planned.when(rescopeRound(asked, inspector, ground)).isRejected('not-the-office');
    given().when(rescoping()).isRejected('no-such-round');
    closed.when(rescoping()).isRejected('round-is-closed');
  });

  it('about units that can be added and taken away, so that some are left', () => {
    planned.when(rescoping({ added: [], removed: [] })).isRejected('nothing-to-change');
    planned.when(rescoping({ added: [leadUnit] })).isRejected('already-in-scope');
    planned.when(rescoping({ removed: [strangeUnit] })).isRejected('not-in-scope');
    const all = [leadUnit, supportingUnit];
    planned.when(rescoping({ added: [], removed: all })).isRejected('nothing-in-scope');
    const gone = { ...ground, there: new Set<typeof leadUnit>() };
    planned.when(rescopeRound(asked, officer, gone)).isRejected('no-such-unit');
    const pairing = [{ team: otherTeam, units: [leadUnit] }];
    planned.when(rescoping({ pairing })).isRejected('paired-outside-the-scope');
  });

  it('so that it does not become too large', () => {
    const many = Array.from({ length: 10_000 }, (_, n) => String(n) as typeof leadUnit);
    const full = having(roundScoped, { groups: [{ teams: [], units: many }] });
    given(roundPlanned, full)
      .when(rescoping({ removed: [] }))
      .isRejected('too-many-units');
  });
});

describe('a round is closed', () => {
  it('by the office, once', () => {
    planned.when(closeRound(closing, officer, endOfMarch)).yields(roundClosed);
    planned.when(closeRound(closing, inspector, endOfMarch)).isRejected('not-the-office');
    given()
      .when(closeRound(closing, officer, endOfMarch))
      .isRejected('no-such-round');
  });
});

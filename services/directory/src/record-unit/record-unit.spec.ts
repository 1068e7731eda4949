import { describe, it } from '@jest/globals';
import {
  day1,
  day2,
  day3,
  dayBefore,
  dissolve,
  dissolved,
  established,
  head,
  move,
  moved,
  officer,
  operator,
  otherUnit,
  record,
  rename,
  renamed,
  topEstablished,
  topUnit,
  unitId,
} from '@redress/contracts/directory/organisation.examples';
import type { UnitEvent } from '@redress/contracts/directory/organisation.events';
import { fold } from '@redress/eventsourcing/aggregate';
import { having, specFor } from '@redress/eventsourcing/spec';
import { versioned } from '@redress/contracts/event';
import { units } from '../unit/unit.js';
import { type Above, dissolveUnit, recordUnit } from './record-unit.js';

const { given } = specFor(units);
const after = (...events: readonly UnitEvent[]) =>
  fold(
    units,
    events.map((event) => versioned(units, event)),
  );
const top: readonly Above[] = [{ id: topUnit, unit: after(topEstablished) }];
const other: readonly Above[] = [{ id: otherUnit, unit: after(topEstablished) }];

describe('a unit is recorded', () => {
  it('under another, or under none', () => {
    given()
      .when(recordUnit(record, operator, top))
      .yields(established);
    given()
      .when(recordUnit({ code: 'U01', name: 'The university', from: day1 }, officer, []))
      .yields(topEstablished);
  });

  it('with another name or another parent from a later day on, or both', () => {
    given(established)
      .when(recordUnit(rename, operator, top))
      .yields(renamed);
    given(established)
      .when(recordUnit(move, operator, other))
      .yields(moved);
    const both = { ...move, name: rename.name };
    given(established)
      .when(recordUnit(both, operator, other))
      .yields(renamed, moved);
    const alone = { code: record.code, name: record.name, from: day2 };
    given(established)
      .when(recordUnit(alone, operator, []))
      .yields({ type: 'UnitMoved', data: { unitId, from: day2 } });
  });

  it('and what it was is not touched when an old record comes again', () => {
    const later = given(established, renamed, having(moved, { from: day3 }));
    later.when(recordUnit(record, operator, top)).changesNothing();
    later.when(recordUnit(rename, operator, top)).changesNothing();
    later.when(recordUnit({ ...record, from: dayBefore(day2) }, operator, top)).changesNothing();
    given(established, dissolved)
      .when(recordUnit(record, operator, top))
      .changesNothing();
  });

  it.each([
    ['may-not-change-the-organisation', given(), record, head, top],
    ['no-such-parent', given(), record, operator, []],
    ['no-such-parent', given(), record, operator, [{ id: topUnit, unit: after() }]],
    ['parent-not-there-then', given(), { ...record, from: dayBefore(day1) }, operator, top],
    [
      'parent-not-there-then',
      given(),
      { ...record, from: day3 },
      operator,
      [{ id: topUnit, unit: after(topEstablished, dissolved) }],
    ],
    ['its-own-ancestor', given(), { ...record, parent: record.code }, operator, []],
    [
      'its-own-ancestor',
      given(established),
      { ...move, from: day2 },
      operator,
      [...other, { id: unitId, unit: after(established) }],
    ],
    ['unit-dissolved', given(established, dissolved), { ...rename, from: day3 }, operator, top],
    ['not-later-than-the-last-change', given(established), { ...rename, from: day1 }, operator, top],
    ['not-later-than-the-last-change', given(established, renamed), { ...rename, name: 'X' }, operator, top],
    [
      'not-later-than-the-last-change',
      given(established, renamed),
      { ...rename, name: 'X', from: dayBefore(day2) },
      operator,
      top,
    ],
  ] as const)('but not when %s', (reason, unit, command, actor, above) => {
    unit.when(recordUnit(command, actor, above)).isRejected(reason);
  });
});

describe('a unit is dissolved', () => {
  it('from a day on', () => {
    given(established, renamed).when(dissolveUnit(dissolve, officer)).yields(dissolved);
  });

  it.each([
    ['may-not-change-the-organisation', given(established), dissolve, head],
    ['no-such-unit', given(), dissolve, operator],
    ['unit-dissolved', given(established, dissolved), { ...dissolve, from: day2 }, operator],
    ['not-later-than-the-last-change', given(established, renamed), { ...dissolve, from: day2 }, operator],
  ] as const)('but not when %s', (reason, unit, command, actor) => {
    unit.when(dissolveUnit(command, actor)).isRejected(reason);
  });
});

import { beforeAll, describe, expect, it } from '@jest/globals';
import type { UnitId, VisitId } from '@redress/contracts/values';
import {
  inspectorsNamed,
  itemAnswered,
  laterDay,
  recusalChecked,
  selfCheckPlanned,
  visitCancelled,
  visitDay,
  visitId,
  visitMissed,
  visitMoved,
  visitOpened,
  visitPlanned,
  visitReopened,
  visitSigned,
  visitSubmitted,
} from '@redress/contracts/inspection/visit.examples';
import {
  auditor,
  inspector,
  lead,
  leadUnit,
  officer,
  operator,
  stranger,
} from '@redress/contracts/rectification/people.examples';
import { type Position, START } from '@redress/contracts/values';
import { having } from '@redress/eventsourcing/spec';
import { InMemoryReadModels } from '@redress/read-models/in-memory-read-models';
import { rowsAfter } from '@redress/read-models/spec';
import { visitList } from './visit-list.js';
import { VisitListHandler } from './visit-list.handler.js';

describe('a visit in the list', () => {
  it('is as it was last said to be', () => {
    const named = [visitPlanned, inspectorsNamed] as const;
    expect(rowsAfter(visitList, ...named)).toMatchObject([
      {
        id: visitId,
        status: 'planned',
        on: visitDay,
        inspectors: [inspector.person],
        inspectedUnit: leadUnit,
      },
    ]);
    expect(rowsAfter(visitList, ...named, visitMoved)).toMatchObject([
      { status: 'planned', on: laterDay, reason: 'Snow' },
    ]);
    expect(rowsAfter(visitList, ...named, visitCancelled)).toMatchObject([{ status: 'cancelled' }]);
    expect(rowsAfter(visitList, ...named, visitMissed)).toMatchObject([{ status: 'missed' }]);
    const signed = [...named, recusalChecked, visitOpened, itemAnswered, visitSigned] as const;
    expect(rowsAfter(visitList, ...signed)).toMatchObject([
      { status: 'signed', seenOn: visitDay, revision: 5 },
    ]);
    expect(rowsAfter(visitList, ...signed, itemAnswered)).toMatchObject([{ status: 'opened' }]);
    const { results } = visitSubmitted.data;
    expect(rowsAfter(visitList, ...signed, visitSubmitted)).toMatchObject([{ status: 'submitted', results }]);
    const [reopened] = rowsAfter(visitList, ...signed, visitSubmitted, visitReopened);
    expect(reopened).toMatchObject({ status: 'opened', reason: visitReopened.data.reason });
    expect(reopened).not.toHaveProperty('results');
  });

  it('of a unit by itself counts as no inspection', () => {
    const [row] = rowsAfter(visitList, selfCheckPlanned);
    expect(row).toMatchObject({ selfCheckedUnit: leadUnit });
    expect(row).not.toHaveProperty('inspectedUnit');
  });
});

describe('of all visits', () => {
  const models = new InMemoryReadModels();
  const handler = new VisitListHandler(models);
  const [secret, elsewhere] = [
    '0190a5c4-6666-7aaa-8aaa-000000000073',
    '0190a5c4-6666-7aaa-8aaa-000000000074',
  ] as [VisitId, VisitId];
  const hidden = having(visitPlanned, { visitId: secret, kind: 'unscheduled', on: laterDay });
  const other = having(visitPlanned, { visitId: elsewhere, unit: stranger.unit });

  beforeAll(async () => {
    const changes = rowsAfter(visitList, visitPlanned, inspectorsNamed, hidden, other).map((row) => ({
      put: row,
    }));
    await models.apply(visitList, changes, START, '1' as Position);
  });

  const listed = async (
    query: Parameters<typeof handler.list>[0],
    actor: Parameters<typeof handler.list>[1],
  ) => {
    const page = await handler.list(query, actor);
    return 'rows' in page ? page.rows.map(({ id }) => id) : page.rejected;
  };

  it('the office, inspectors and auditors see each, the last first', async () => {
    for (const actor of [officer, inspector, auditor])
      expect(await listed({}, actor)).toEqual([secret, elsewhere, visitId]);
    expect(await listed({ order: 'asc', limit: 1 }, officer)).toEqual([visitId]);
  });

  it('a unit sees its own, but not what is to surprise it; others see none', async () => {
    expect(await listed({}, lead)).toEqual([visitId]);
    expect(await listed({ unit: stranger.unit }, lead)).toBe('not-found');
    expect(await listed({}, operator)).toBe('not-found');
    expect(await handler.see({ visitId: secret }, lead)).toEqual({ rejected: 'not-found' });
    expect(await handler.see({ visitId: secret }, officer)).toMatchObject({ kind: 'unscheduled' });
    expect(await handler.see({ visitId }, stranger)).toEqual({ rejected: 'not-found' });
    expect(await handler.see({ visitId }, lead)).not.toHaveProperty('isHidden');
  });

  it('some are found by who goes where, when and how', async () => {
    expect(await listed({ inspector: inspector.person }, officer)).toEqual([visitId]);
    expect(await listed({ kind: 'unscheduled' }, officer)).toEqual([secret]);
    expect(await listed({ from: laterDay }, officer)).toEqual([secret]);
    expect(await listed({ to: visitDay }, officer)).toEqual([elsewhere, visitId]);
    expect(await listed({ unit: stranger.unit }, officer)).toEqual([elsewhere]);
    expect(await listed({ unit: 'x' as UnitId }, officer)).toEqual([]);
    expect(await listed({ status: 'opened' }, officer)).toEqual([]);
  });
});

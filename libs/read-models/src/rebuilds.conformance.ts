import { expect, it } from '@jest/globals';
import type { JsonObject, NewEvent } from '@redress/contracts/event';
import { START } from '@redress/contracts/values';
import { Clock } from '@redress/eventsourcing/clock';
import { counted } from '@redress/eventsourcing/counted.examples';
import type { EventStore } from '@redress/eventsourcing/event-store';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { at, desk, idsOf, line, put } from './desk.examples.js';
import { project, rebuild } from './project.js';
import type { Home } from './read-models.conformance.js';

const newer: typeof desk = {
  ...desk,
  version: 2,
  on: { LinePut: ({ id }) => line(id, { title: 'new' }) },
};
const never = new AbortController().signal;

const linePut = (id: string): NewEvent => ({
  ...counted(0),
  type: 'LinePut',
  version: 1,
  data: { id, title: 'old' } satisfies JsonObject,
});
const append = (store: EventStore, id: string) => store.append(`line-${id}`, [linePut(id)], -1);

export const rebuilds = ({ open, another }: Home): void => {
  it('knows rows that another version of the projection made', async () => {
    const models = await open();
    await put(models, line('1'));
    expect(await models.isOutdated(desk)).toBe(false);
    expect(await models.isOutdated(newer)).toBe(true);
    await models.apply(newer, [line('2')], at(1), at(2));
    expect(await models.isOutdated(newer)).toBe(true);
  });

  it('fills a shadow while queries are answered from the rows in use, and swaps them in one step', async () => {
    const models = await open();
    await put(models, line('1'));
    const shadow = await models.shadowOf(newer);
    expect(await shadow.positionOf(newer)).toBe(START);
    expect(await shadow.apply(newer, [line('2', { title: '噪音' })], START, at(1))).toBe(true);
    expect(await shadow.apply(newer, [line('3')], START, at(2))).toBe(false);
    expect(await shadow.positionOf(newer)).toBe(at(1));
    expect(await idsOf(models, {})).toEqual(['1']);
    expect(await shadow.swap()).toBe(true);
    expect(await idsOf(models, {})).toEqual(['2']);
    expect(await idsOf(models, { text: '噪音' })).toEqual(['2']);
    expect(await models.isOutdated(newer)).toBe(false);
    expect(await models.isOutdated(desk)).toBe(true);
    expect(await models.apply(newer, [line('4')], at(1), at(2))).toBe(true);
    expect(await idsOf(await another(models), {})).toEqual(['2', '4']);
  });

  it('does not swap to what is behind, nor anything of a shadow that was dropped', async () => {
    const models = await open();
    await put(models, line('1'));
    const shadow = await models.shadowOf(newer);
    expect(await shadow.swap()).toBe(false);
    await shadow.apply(newer, [line('2')], START, at(1));
    await shadow.drop();
    expect(await idsOf(models, {})).toEqual(['1']);
    expect(await models.isOutdated(newer)).toBe(true);
  });

  it('begins with an empty shadow after a rebuild that was interrupted', async () => {
    const models = await open();
    await (await models.shadowOf(newer)).apply(newer, [line('1')], START, at(1));
    const shadow = await (await another(models)).shadowOf(newer);
    expect(await shadow.positionOf(newer)).toBe(START);
    await shadow.apply(newer, [line('2')], START, at(1));
    await shadow.swap();
    expect(await idsOf(models, {})).toEqual(['2']);
  });

  it('lets the earlier of two rebuilds end without hurting the later', async () => {
    const models = await open();
    const earlier = await models.shadowOf(desk);
    const later = await models.shadowOf(desk);
    expect(await earlier.apply(desk, [line('1')], START, at(1))).toBe(false);
    expect(await earlier.swap()).toBe(false);
    await earlier.drop();
    expect(await later.apply(desk, [line('2')], START, at(1))).toBe(true);
    expect(await later.swap()).toBe(true);
    expect(await idsOf(models, {})).toEqual(['2']);
  });

  it('wakes who waits for a position that the new rows have', async () => {
    const models = await open();
    const waiting = models.reached(desk, at(5), 10_000);
    const shadow = await models.shadowOf(newer);
    await shadow.apply(newer, [], START, at(5));
    await shadow.swap();
    expect(await waiting).toBe(true);
  });

  it('is made anew from the log while events are appended and projected', async () => {
    const models = await open();
    const store = new InMemoryEventStore(new Clock());
    const stop = new AbortController();
    for (let n = 0; n < 20; n += 1) await append(store, String(n));
    const projecting = project(store, models, desk, stop.signal);
    await models.reached(desk, await store.last(), 10_000);

    const [upTo] = await Promise.all([
      rebuild(store, models, newer, never),
      (async () => {
        for (let n = 20; n < 60; n += 1) await append(store, String(n));
      })(),
    ]);
    expect(upTo > at(19)).toBe(true);
    expect(await models.reached(desk, await store.last(), 10_000)).toBe(true);
    expect(await models.isOutdated(newer)).toBe(false);
    expect(await models.count(desk, { where: {} })).toBe(60);
    expect(await models.count(desk, { where: { title: 'new' } })).toBeGreaterThanOrEqual(20);
    stop.abort();
    await projecting;
  });

  it('is left as it is when a rebuild is stopped, or the log has less than the rows', async () => {
    const models = await open();
    const store = new InMemoryEventStore(new Clock());
    await put(models, line('1'));
    await append(store, '2');
    await expect(rebuild(store, models, newer, AbortSignal.abort())).rejects.toThrow('aborted');
    await put(models, line('3'));
    await expect(rebuild(store, models, newer, never)).rejects.toThrow('desk was not made anew');
    expect(await idsOf(models, {})).toEqual(['1', '3']);
  });
};

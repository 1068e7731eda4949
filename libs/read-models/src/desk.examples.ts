import type { Category, Event } from '@redress/contracts/event';
import { type Position, START } from '@redress/contracts/values';
import type { Change, Projection } from './projection.js';
import type { Query, ReadModels } from './read-models.js';

/** A row with a field of each kind, for the specs of whoever keeps rows. */
export type Line = {
  readonly id: string;
  readonly unit?: string;
  readonly due?: string;
  readonly weight?: number;
  readonly isOpen?: boolean;
  readonly title?: string;
  readonly text?: string;
  readonly entries?: Readonly<Record<string, { readonly note: string; readonly seen?: boolean }>>;
  readonly topics?: readonly string[];
};

type Put = Event<'LinePut', { id: string; title: string }>;

export const lineEvents: Category<Put> = { name: 'line', lifts: { LinePut: [] } };

export const desk: Projection<Put, Line> = {
  name: 'desk',
  version: 1,
  of: lineEvents,
  indexes: [['unit', 'due'], ['due'], ['weight']],
  held: { entries: ['due', 'unit'], topics: [] },
  facets: ['unit', 'weight', 'isOpen', 'entries', 'topics'],
  search: ['title', 'text'],
  on: { LinePut: ({ id, title }) => ({ put: { id, title } }) },
};

export const at = (place: number): Position => String(place).padStart(16, '0') as Position;

export const line = (id: string, fields: Omit<Line, 'id'> = {}): Change<Line> => ({ put: { id, ...fields } });

/** Applies the changes where the model stands. */
export const put = async (models: ReadModels, ...changes: readonly Change<Line>[]): Promise<Position> => {
  const from = await models.positionOf(desk);
  const upTo = at(from === START ? 1 : Number(from) + 1);
  await models.apply(desk, changes, from, upTo);
  return upTo;
};

export const idsOf = async (models: ReadModels, query: Partial<Query<Line>>): Promise<readonly string[]> =>
  (await models.find(desk, { where: {}, by: 'id', limit: 99, ...query })).rows.map(({ id }) => id);

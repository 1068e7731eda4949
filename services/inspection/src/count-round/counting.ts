import type { Figure, EventSpan, ReportNote } from '@redress/contracts/inspection/report-numbers';
import type { FigureKey, NoteKind } from '@redress/contracts/inspection/report-words';
import { type Mark, spanOf } from './span.js';

type Of = Partial<Omit<Figure, 'key' | 'value' | 'events'>>;
type About = Omit<ReportNote, 'kind' | 'text' | 'events'>;
type Whole = Pick<EventSpan, 'from' | 'to'>;

/** Numbers with the events that they were counted from. */
export class Counting {
  /** All that anything was counted from. */
  readonly marks = new Set<Mark>();

  constructor(private readonly whole: Whole) {}

  figure(key: FigureKey, value: number, from: readonly Mark[], of: Of = {}): Figure {
    for (const mark of from) this.marks.add(mark);
    return { key, ...of, value, events: spanOf(from, this.whole) };
  }

  note(kind: NoteKind, text: string, from: readonly Mark[], about: About): ReportNote {
    for (const mark of from) this.marks.add(mark);
    return { kind, text, ...about, events: spanOf(from, this.whole) };
  }

  /** A number of things that one event each says. */
  count(key: FigureKey, from: readonly Mark[], of: Of = {}): Figure {
    return this.figure(key, from.length, from, of);
  }
}

/** What stands under one key together, in the order in which each key comes first. */
export const grouped = <Item, Key extends string>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> => {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
};

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

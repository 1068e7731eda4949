import { isDeepStrictEqual } from 'node:util';
import type { ChangedFigure } from '@redress/contracts/inspection/read-report';
import type { EventSpan, Figure, ReportNumbers } from '@redress/contracts/inspection/report-numbers';

type Compared = {
  readonly figures: number;
  readonly sameFigures: number;
  readonly changed: readonly ChangedFigure[];
  readonly sameNotes: boolean;
  readonly samePositions: boolean;
  /** As they were counted, with the positions of then wherever they come from the same events. */
  readonly counted: ReportNumbers;
};

/**
 * Number by number, whether the same comes out. A store calls its positions as it likes: where a log was moved, the same
 * events stand elsewhere, and are known by their ids.
 */
export const compared = (issued: ReportNumbers, counted: ReportNumbers): Compared => {
  const before = new Map(issued.figures.map((figure) => [keyOf(figure), figure]));
  const after = new Map(counted.figures.map((figure) => [keyOf(figure), figure]));
  const keys = new Set([...before.keys(), ...after.keys()]);
  const isSame = (key: string): boolean => isTheSame(before.get(key), after.get(key));
  const changed = [...keys]
    .filter((key) => !isSame(key))
    .map((key): ChangedFigure => {
      const [then, now] = [before.get(key), after.get(key)];
      return { ...(then && { issued: then }), ...(now && { counted: now }) };
    });
  const placed: ReportNumbers = {
    ...counted,
    events: asOf(issued.events, counted.events),
    figures: counted.figures.map((figure) => placedAs(before.get(keyOf(figure)), figure)),
    notes: counted.notes.map((note, index) => placedAs(issued.notes[index], note)),
  };
  return {
    figures: keys.size,
    sameFigures: keys.size - changed.length,
    changed,
    sameNotes: isDeepStrictEqual(placed.notes, issued.notes),
    samePositions: isDeepStrictEqual(placed, counted),
    counted: placed,
  };
};

const keyOf = ({ value: _, events: __, text: ___, ...of }: Figure): string =>
  JSON.stringify(Object.entries(of).toSorted());

type Spanned = { readonly events: EventSpan };

const isTheSame = (one: Spanned | undefined, other: Spanned | undefined): boolean =>
  one !== undefined && other !== undefined && isDeepStrictEqual(placedAs(one, other), one);

const placedAs = <One extends Spanned>(then: Spanned | undefined, now: One): One =>
  then ? { ...now, events: asOf(then.events, now.events) } : now;

const asOf = (then: EventSpan, now: EventSpan): EventSpan => {
  const { from, to } = then;
  const moved = { ...now, from, to };
  return isDeepStrictEqual(moved, then) ? moved : now;
};

import {
  type Belonging,
  FindBelongings,
  FindLines,
  FindUnitsThere,
  type Line,
} from '@redress/contracts/directory/membership';
import type { Answer, Query } from '@redress/contracts/query';
import type { PersonId, UnitId } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import { overlaps } from '../dated/dated.js';
import { Directory } from './directory.js';

type Known = {
  readonly people: Readonly<Partial<Record<PersonId, readonly Belonging[]>>>;
  readonly lines: readonly Line[];
  /** Answers as one that may not be asked. */
  readonly isSilent?: boolean;
};

/** A directory that knows some people and units, and nothing else. */
class SmallDirectory extends Services {
  constructor(private readonly known: Known) {
    super();
  }

  override send(): never {
    throw new Error('nobody commands the directory here');
  }

  override ask<Shape extends object, Reply extends object>(
    query: Query<Shape, Reply>,
    body: Shape,
  ): Promise<Answer<Reply>> {
    if (this.known.isSilent) return Promise.resolve({ rejected: 'not-found' });
    return Promise.resolve(this.answerTo(query.subject, body) as Answer<Reply>);
  }

  private answerTo(subject: string, body: object): unknown {
    if (subject === FindBelongings.subject) {
      const { person, from, to } = body as FindBelongings;
      const posts = this.known.people[person];
      return {
        isKnown: posts !== undefined,
        belongings: (posts ?? []).filter(overlaps({ from, until: to })),
      };
    }
    if (subject === FindLines.subject) {
      const { units, from, to } = body as FindLines;
      return { lines: this.linesOf(units).filter(overlaps({ from, until: to })) };
    }
    if (subject !== FindUnitsThere.subject) throw new Error(`nobody asks for ${subject} here`);
    const { units, on } = body as FindUnitsThere;
    return {
      units: this.linesOf(units)
        .filter(overlaps({ from: on, until: on }))
        .map(({ unit }) => unit),
    };
  }

  private linesOf(units: readonly UnitId[]): readonly Line[] {
    return this.known.lines.filter(({ unit }) => units.includes(unit));
  }
}

export const directoryOf = (known: Known): Directory => new Directory(new SmallDirectory(known));

import type { UnitName } from '@redress/contracts/directory/unit-name';
import type { Answer, Query } from '@redress/contracts/query';
import type { UnitId } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import { UnitNames } from './unit-names.js';

/** A directory that knows what some units are called, and nothing else. */
class NamedUnits extends Services {
  constructor(private readonly names: Readonly<Partial<Record<UnitId, string>>>) {
    super();
  }

  override send(): never {
    throw new Error('nobody commands the directory here');
  }

  override ask<Shape extends object, Reply extends object>(
    _query: Query<Shape, Reply>,
    asked: Shape,
  ): Promise<Answer<Reply>> {
    const name = this.names[(asked as { unit: UnitId }).unit];
    const answer: Answer<UnitName> = name === undefined ? { rejected: 'not-found' } : { name };
    return Promise.resolve(answer as Answer<Reply>);
  }
}

export const unitNamesOf = (names: Readonly<Partial<Record<UnitId, string>>>): UnitNames =>
  new UnitNames(new NamedUnits(names));

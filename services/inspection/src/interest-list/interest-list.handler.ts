import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import { Actor, type Role, SEES_EVERYTHING } from '@redress/contracts/envelope';
import {
  type InterestRow,
  ListInterests,
  ListOverrides,
  type OverrideRow,
} from '@redress/contracts/inspection/interest-list';
import type { Answer } from '@redress/contracts/query';
import type { Day, PersonId } from '@redress/contracts/values';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { isOn, type Span } from '../dated/dated.js';
import { overrideList } from '../override-list/override-list.js';
import { interestList } from './interest-list.js';

/** Why somebody has an interest is often a matter of their family: those who inspect beside them see their own only. */
const SEES_INTERESTS: ReadonlySet<Role> = new Set(['office', 'leading-group', 'auditor']);

@Controller()
export class InterestListHandler {
  constructor(private readonly models: ReadModels) {}

  @MessagePattern(ListInterests.subject)
  interests(
    @Payload('query') query: ListInterests,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<InterestRow>>> {
    return answered(this.models, interestList, query, async () => {
      const whose = scopeOf(query, actor, SEES_INTERESTS.has(actor.role));
      const asked = askedFor(query);
      const page =
        whose && (await this.models.find(interestList, { ...asked, where: { ...asked.where, ...whose } }));
      return page && { ...page, rows: page.rows.filter(wasOn(query.on)) };
    });
  }

  @MessagePattern(ListOverrides.subject)
  overrides(
    @Payload('query') query: ListOverrides,
    @Payload('actor') actor: Actor,
  ): Promise<Answer<Page<OverrideRow>>> {
    return answered(this.models, overrideList, query, async () => {
      const whose = scopeOf(query, actor, SEES_EVERYTHING[actor.role]);
      const asked = askedFor(query);
      const page =
        whose && (await this.models.find(overrideList, { ...asked, where: { ...asked.where, ...whose } }));
      return page && { ...page, rows: page.rows.filter(wasOn(query.on)) };
    });
  }
}

type Asked = ListInterests | ListOverrides;

/** Of whom it is told: of everybody or one person, or for undefined of nobody. */
const scopeOf = ({ person }: Asked, actor: Actor, seesAll: boolean): { person?: PersonId } | undefined => {
  if (seesAll) return person === undefined ? {} : { person };
  const own = actor.person !== undefined && (person ?? actor.person) === actor.person;
  return own ? { person: actor.person } : undefined;
};

const askedFor = ({ unit, on, limit = 50, cursor, text, order }: Asked) =>
  ({
    where: { ...(unit && { unit }), ...(on && { from: { to: on } }) },
    by: 'at',
    descending: order !== 'asc',
    limit,
    cursor,
    text,
  }) as const;

const wasOn =
  (day: Day | undefined) =>
  (row: Span): boolean =>
    day === undefined || isOn(row, day);

import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Answer } from '@redress/contracts/query';
import {
  ListPolicies,
  type PolicyOfDay,
  type PolicyRow,
  ReadPolicy,
} from '@redress/contracts/rectification/read-policy';
import { Clock } from '@redress/eventsourcing/clock';
import { answered } from '@redress/read-models/answer';
import { type Page, ReadModels } from '@redress/read-models/read-models';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import { Policies } from '../policy/policies.js';
import { adoptedAs, adoptedOn } from '../policy/standards.js';
import { policyList } from './policy-list.js';

@Controller()
export class PolicyListHandler {
  constructor(
    private readonly models: ReadModels,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  /** From the log itself: whatever position the query names, it is there. */
  @MessagePattern(ReadPolicy.subject)
  async read(@Payload('query') { version, on }: ReadPolicy): Promise<Answer<PolicyOfDay>> {
    const book = await this.policies.book();
    const found =
      version === undefined
        ? adoptedOn(book, on ?? this.clock.dayOf(this.clock.now()))
        : adoptedAs(book, version);
    const { revision } = book;
    if (found) {
      const { policy, ...adopted } = found;
      return { ...policy, adopted, revision };
    }
    const isDefault = version === undefined || version === DEFAULT_POLICY.version;
    return isDefault ? { ...DEFAULT_POLICY, revision } : { rejected: 'not-found' };
  }

  @MessagePattern(ListPolicies.subject)
  list(@Payload('query') query: ListPolicies): Promise<Answer<Page<PolicyRow>>> {
    const { limit = 50, cursor, text, order } = query;
    return answered(this.models, policyList, query, () =>
      this.models.find(policyList, {
        where: {},
        by: 'from',
        descending: order !== 'asc',
        limit,
        cursor,
        text,
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { ReadPolicy } from '@redress/contracts/rectification/read-policy';
import type { Day } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';

const SYSTEM = { role: 'system' } as const;

/** How grave an issue can be, as the policy has it: rectification keeps that. */
@Injectable()
export class Severities {
  constructor(private readonly services: Services) {}

  /**
   * The names of a day, in rising order.
   * @throws ServiceUnavailable while rectification does not answer: nothing is listed without it.
   */
  async on(day: Day): Promise<readonly string[]> {
    const policy = await this.services.ask(ReadPolicy, { on: day }, SYSTEM);
    return 'rejected' in policy ? [] : policy.severities.map(({ name }) => name);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@redress/contracts/envelope';
import type { Day } from '@redress/contracts/values';
import type { KnownRound } from '../round/round.js';
import { Standings } from '../visit/standings.js';

/** Who writes the report of a round: the office, or the head of a team that is to see some of its units. */
@Injectable()
export class Writers {
  constructor(private readonly standings: Standings) {}

  async mayWrite({ scope }: KnownRound, actor: Actor, on: Day): Promise<boolean> {
    if (actor.role !== 'inspection') return actor.role === 'office';
    for (const team of new Set([...scope.values()].flat())) {
      const { part } = await this.standings.ofPlanner(actor, team, on);
      if (part === 'head') return true;
    }
    return false;
  }
}

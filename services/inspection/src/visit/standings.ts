import { Injectable } from '@nestjs/common';
import { FindHeads } from '@redress/contracts/directory/membership';
import type { Actor } from '@redress/contracts/envelope';
import type { Day, PersonId, TeamId, UnitId } from '@redress/contracts/values';
import { Services, ServiceUnavailable } from '@redress/edge/services';
import { EventStore } from '@redress/eventsourcing/event-store';
import { load } from '@redress/eventsourcing/load';
import { isOn } from '../dated/dated.js';
import { Recusals } from '../recusal/recusals.js';
import { type Membership, teams } from '../team/team.js';
import type { Standing } from './standing.js';

type Concerned = { readonly unit: UnitId; readonly teamId?: TeamId | undefined };

/** How people stand to a visit, as teams, interests and the directory have it; while they do not say, ServiceUnavailable. */
@Injectable()
export class Standings {
  constructor(
    private readonly store: EventStore,
    private readonly recusals: Recusals,
    private readonly services: Services,
  ) {}

  /** Of somebody who acts in a visit: by a team with a check, by the unit itself without one. */
  async of(visit: Concerned, person: PersonId | undefined, on: Day): Promise<Standing> {
    const { unit, teamId } = visit;
    if (!teamId)
      return { on, part: undefined, check: undefined, leadsUnit: await this.leads(unit, person, on) };
    const [part, check] = await Promise.all([
      this.partOf(teamId, person, on),
      person && this.recusals.check(person, [unit], on),
    ]);
    // As it comes back from the store, so that the same check is known again.
    const plain = check && (JSON.parse(JSON.stringify(check)) as typeof check);
    return { on, part, check: plain, leadsUnit: false };
  }

  /** Of somebody who says who goes and when: nothing is checked of that. */
  async ofPlanner({ role, person }: Actor, teamId: TeamId | undefined, on: Day): Promise<Standing> {
    const part = role === 'inspection' && teamId ? await this.partOf(teamId, person, on) : undefined;
    return { on, part, check: undefined, leadsUnit: false };
  }

  /** The same, with a check of who heads the team: whoever plans decides who is looked at. */
  async ofPlannerAt({ unit, teamId }: Concerned, actor: Actor, on: Day): Promise<Standing> {
    const standing = await this.ofPlanner(actor, teamId, on);
    return standing.part === 'head' ? this.of({ unit, teamId }, actor.person, on) : standing;
  }

  async isTeamThere(teamId: TeamId, on: Day): Promise<boolean> {
    const team = await load(this.store, teams, teamId);
    return team.status === 'formed' && isOn(team.term, on);
  }

  private async partOf(
    teamId: TeamId,
    person: PersonId | undefined,
    on: Day,
  ): Promise<Membership['part'] | undefined> {
    const team = await load(this.store, teams, teamId);
    if (team.status !== 'formed' || !isOn(team.term, on)) return undefined;
    return team.members.find((member) => member.person === person && isOn(member, on))?.part;
  }

  private async leads(unit: UnitId, person: PersonId | undefined, on: Day): Promise<boolean> {
    const answer = await this.services.ask(FindHeads, { unit, on }, { role: 'system' });
    if ('rejected' in answer) throw new ServiceUnavailable('the directory does not say');
    return answer.people.length === 0 || (person !== undefined && answer.people.includes(person));
  }
}

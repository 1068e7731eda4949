import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { JoinTeam, LeaveTeam, MemberRef } from '@redress/contracts/inspection/join-team';
import { PairingRef, PairUnit, UnpairUnit } from '@redress/contracts/inspection/pair-unit';
import { LiaisonRef, StationLiaison, WithdrawLiaison } from '@redress/contracts/inspection/station-liaison';
import { TeamWritten } from '@redress/contracts/inspection/team-written';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { TEAM_STATUS } from './status.js';

export class Membership extends OmitType(JoinTeam, ['teamId', 'person']) {}
export class Pairing extends PickType(PairUnit, ['from', 'until']) {}
export class Stationing extends PickType(StationLiaison, ['from', 'until']) {}
export class LastDay extends PickType(LeaveTeam, ['until']) {}

/** Who is in a team, and what it inspects. */
@ApiTags('inspection')
@Controller('teams/:teamId')
export class TeamPartsController {
  constructor(private readonly services: Services) {}

  @Put('members/:person')
  @ApiOperation({
    summary: 'Has a person join a team, and warns of its units for which that person may not act',
  })
  @ApiOkResponse({ type: TeamWritten })
  @Refuses(JoinTeam, () => TEAM_STATUS)
  async join(
    @Param() ref: MemberRef,
    @Body() membership: Membership,
    @Acting() envelope: Envelope,
  ): Promise<TeamWritten> {
    return settle(await this.services.send(JoinTeam, { ...ref, ...membership }, envelope), TEAM_STATUS);
  }

  @Delete('members/:person')
  @ApiOperation({ summary: 'Ends after a day that a person is in a team' })
  @ApiOkResponse({ type: Written })
  @Refuses(LeaveTeam, () => TEAM_STATUS)
  async leave(
    @Param() ref: MemberRef,
    @Body() { until }: LastDay,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(LeaveTeam, { ...ref, until }, envelope), TEAM_STATUS);
  }

  @Put('units/:unit')
  @ApiOperation({ summary: 'Has a team inspect a unit, and warns of members who may not act for it' })
  @ApiOkResponse({ type: TeamWritten })
  @Refuses(PairUnit, () => TEAM_STATUS)
  async pair(
    @Param() ref: PairingRef,
    @Body() pairing: Pairing,
    @Acting() envelope: Envelope,
  ): Promise<TeamWritten> {
    return settle(await this.services.send(PairUnit, { ...ref, ...pairing }, envelope), TEAM_STATUS);
  }

  @Delete('units/:unit')
  @ApiOperation({ summary: 'Ends after a day that a team inspects a unit' })
  @ApiOkResponse({ type: Written })
  @Refuses(UnpairUnit, () => TEAM_STATUS)
  async unpair(
    @Param() ref: PairingRef,
    @Body() { until }: LastDay,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(UnpairUnit, { ...ref, until }, envelope), TEAM_STATUS);
  }

  @Put('units/:unit/liaisons/:person')
  @ApiOperation({ summary: 'Stations a liaison of the team at a unit' })
  @ApiOkResponse({ type: Written })
  @Refuses(StationLiaison, () => TEAM_STATUS)
  async station(
    @Param() ref: LiaisonRef,
    @Body() stationing: Stationing,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(StationLiaison, { ...ref, ...stationing }, envelope), TEAM_STATUS);
  }

  @Delete('units/:unit/liaisons/:person')
  @ApiOperation({ summary: 'Withdraws a liaison from a unit after a day' })
  @ApiOkResponse({ type: Written })
  @Refuses(WithdrawLiaison, () => TEAM_STATUS)
  async withdraw(
    @Param() ref: LiaisonRef,
    @Body() { until }: LastDay,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(WithdrawLiaison, { ...ref, until }, envelope), TEAM_STATUS);
  }
}

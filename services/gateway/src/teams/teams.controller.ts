import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { DissolveTeam, FormTeam, TeamRef } from '@redress/contracts/inspection/form-team';
import { ListTeams, SeeTeam, TeamRow } from '@redress/contracts/inspection/team-list';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';
import { TEAM_STATUS } from './status.js';

export class TeamAsOf extends OmitType(SeeTeam, ['teamId']) {}
export class TeamFormed extends OmitType(FormTeam, ['teamId']) {}
export class TeamDissolved extends OmitType(DissolveTeam, ['teamId']) {}

@ApiTags('inspection')
@Controller('teams')
export class TeamsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The inspection teams of a day: who is in them, and which units they inspect' })
  @ApiOkResponse({ type: ListTeams.reply })
  async list(@Query() query: ListTeams, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListTeams, query, actor));
  }

  @Get(':teamId')
  @ApiOperation({ summary: 'An inspection team as it is on a day' })
  @ApiOkResponse({ type: TeamRow })
  async see(@Param() { teamId }: TeamRef, @Query() query: TeamAsOf, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(SeeTeam, { teamId, ...query }, actor));
  }

  @Put(':teamId')
  @ApiOperation({ summary: 'Forms an inspection team, for a term or until it is dissolved' })
  @ApiOkResponse({ type: Written })
  @Refuses(FormTeam, () => TEAM_STATUS)
  async form(
    @Param() { teamId }: TeamRef,
    @Body() team: TeamFormed,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(FormTeam, { teamId, ...team }, envelope), TEAM_STATUS);
  }

  @Delete(':teamId')
  @ApiOperation({ summary: 'Dissolves an inspection team after a day' })
  @ApiOkResponse({ type: Written })
  @Refuses(DissolveTeam, () => TEAM_STATUS)
  async dissolve(
    @Param() { teamId }: TeamRef,
    @Body() { until }: TeamDissolved,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(DissolveTeam, { teamId, until }, envelope), TEAM_STATUS);
  }
}

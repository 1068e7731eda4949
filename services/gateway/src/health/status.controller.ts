import { Controller, Get, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { Status } from '@redress/contracts/readiness';
import { Problem } from '@redress/edge/problems';
import { Refuses } from '../documentation/refuses.js';
import { mustReach } from '../session/confined.js';
import { Acting } from '../session/session.guard.js';
import { CheckUp } from './check-up.js';

@ApiTags('health')
@Controller('status')
export class StatusController {
  constructor(private readonly checkUp: CheckUp) {}

  @Get()
  @ApiOperation({ summary: 'What each service holds and how far it is behind; for the operator alone' })
  @ApiOkResponse({ type: Status })
  @Refuses({ 'not-the-operator': HttpStatus.FORBIDDEN })
  status(@Acting() { actor }: Envelope): Promise<Status> {
    mustReach(actor, 'gateway.read-status');
    if (actor.role !== 'operator') throw new Problem('not-the-operator', HttpStatus.FORBIDDEN);
    return this.checkUp.status();
  }
}

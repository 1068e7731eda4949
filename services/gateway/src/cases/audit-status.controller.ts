import { Controller, Get, HttpStatus } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditStatus, FindAuditStatus } from '@redress/contracts/audit/status';
import { Envelope } from '@redress/contracts/envelope';
import { found, Problem } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

@ApiTags('health')
@Controller('status/audit')
export class AuditStatusController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({
    summary: 'How many events the audit holds of each service, and up to where none is missing',
  })
  @ApiOkResponse({ type: AuditStatus })
  @Refuses({ 'not-the-operator': HttpStatus.FORBIDDEN })
  async status(@Acting() { actor }: Envelope): Promise<AuditStatus> {
    if (actor.role !== 'operator' && actor.role !== 'auditor')
      throw new Problem('not-the-operator', HttpStatus.FORBIDDEN);
    return found(await this.services.ask(FindAuditStatus, {}, actor));
  }
}

import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { Readiness } from '@redress/contracts/readiness';
import { Acting, Open } from '../session/session.guard.js';
import { CheckUp } from './check-up.js';

type Response = { status(code: HttpStatus): { header(name: string, value: string): unknown } };

/** Also at /health/live and /health/ready. */
@ApiTags('health')
@Open()
@Controller('health')
export class HealthController {
  constructor(private readonly checkUp: CheckUp) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the gateway runs' })
  @ApiOkResponse({ description: 'The process answers.', type: Readiness })
  live(): Readiness {
    return { ready: true };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Whether every service behind it answers' })
  @ApiOkResponse({ type: Readiness })
  @ApiServiceUnavailableResponse({ description: 'What is missing.', type: Readiness })
  async ready(
    @Acting() { actor }: Envelope,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Readiness> {
    const { ready, missing, troubles } = await this.checkUp.status();
    if (!ready) response.status(HttpStatus.SERVICE_UNAVAILABLE).header('retry-after', '1');
    return actor.role === 'operator' ? { ready, missing, troubles } : { ready };
  }
}

import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Readiness } from '@redress/contracts/readiness';
import { Open } from '../session/session.guard.js';
import { CheckUp } from './check-up.js';

type Response = { status(code: HttpStatus): unknown };

/** Also at /health/live and /health/ready. */
@ApiTags('health')
@Open()
@Controller('health')
export class HealthController {
  constructor(private readonly checkUp: CheckUp) {}

  @Get('live')
  @ApiOkResponse({ description: 'The process answers.', type: Readiness })
  live(): Readiness {
    return { ready: true, missing: [] };
  }

  @Get('ready')
  @ApiOkResponse({ type: Readiness })
  @ApiServiceUnavailableResponse({ description: 'What is missing.', type: Readiness })
  async ready(@Res({ passthrough: true }) response: Response): Promise<Readiness> {
    const { ready, missing } = await this.checkUp.status();
    if (!ready) response.status(HttpStatus.SERVICE_UNAVAILABLE);
    return { ready, missing };
  }
}

import { Controller, HttpCode, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import { IsOneOf } from '@redress/contracts/fields';
import {
  PROJECTING,
  type Projecting,
  ProjectionRef,
  REBUILD_PROJECTION,
  RebuildIntakeProjection,
  type RebuildRejection,
} from '@redress/contracts/upkeep/rebuild';
import type { Position } from '@redress/contracts/values';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class ProjectionOfService extends ProjectionRef {
  @IsOneOf(PROJECTING) readonly service!: Projecting;
}

/** Where the log ends: the new rows come at least that far before they are used. */
export class RebuildBegun {
  @ApiProperty({ type: String }) readonly position!: Position;
}

@ApiTags('operations')
@Controller('projections/:service/:projection')
export class ProjectionsController {
  constructor(private readonly services: Services) {}

  @Put('rebuild')
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({
    summary:
      'Begins to make rows anew beside those in use; how far that is, `/status` says under the projection',
  })
  @ApiAcceptedResponse({ type: RebuildBegun })
  @Refuses(RebuildIntakeProjection, () => STATUS)
  async rebuild(
    @Param() { service, projection }: ProjectionOfService,
    @Acting() envelope: Envelope,
  ): Promise<RebuildBegun> {
    const command = REBUILD_PROJECTION[service];
    const { position } = settle(await this.services.send(command, { projection }, envelope), STATUS);
    return { position };
  }
}

const STATUS: Readonly<Record<RebuildRejection, HttpStatus>> = {
  'not-the-operator': HttpStatus.FORBIDDEN,
  'no-such-projection': HttpStatus.NOT_FOUND,
};

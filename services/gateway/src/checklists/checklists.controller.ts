import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType, PickType } from '@nestjs/swagger';
import { Envelope } from '@redress/contracts/envelope';
import {
  ChecklistRef,
  type ChecklistRejection,
  PublishChecklist,
  PublishedChecklist,
} from '@redress/contracts/inspection/publish-checklist';
import { ChecklistView, ListChecklists, SeeChecklist } from '@redress/contracts/inspection/read-checklists';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class ChecklistVersion extends PickType(SeeChecklist, ['version', 'atLeast']) {}
export class ChecklistToPublish extends OmitType(PublishChecklist, ['checklistId']) {}

@ApiTags('inspection')
@Controller('checklists')
export class ChecklistsController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'The checklists by which units are inspected, each in its last version' })
  @ApiOkResponse({ type: ListChecklists.reply })
  async list(@Query() query: ListChecklists, @Acting() { actor }: Envelope) {
    return found(await this.services.ask(ListChecklists, query, actor));
  }

  @Get(':checklistId')
  @ApiOperation({ summary: 'A checklist, in its last version or in one that is named' })
  @ApiOkResponse({ type: ChecklistView })
  async see(
    @Param() { checklistId }: ChecklistRef,
    @Query() query: ChecklistVersion,
    @Acting() { actor }: Envelope,
  ) {
    return found(await this.services.ask(SeeChecklist, { checklistId, ...query }, actor));
  }

  @Put(':checklistId')
  @ApiOperation({ summary: 'Publishes a checklist, or the next version of it; those before stay' })
  @ApiOkResponse({ type: PublishedChecklist })
  @Refuses(PublishChecklist, () => STATUS)
  async publish(
    @Param() { checklistId }: ChecklistRef,
    @Body() content: ChecklistToPublish,
    @Acting() envelope: Envelope,
  ): Promise<PublishedChecklist> {
    return settle(await this.services.send(PublishChecklist, { checklistId, ...content }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<ChecklistRejection, HttpStatus>> = {
  'may-not-publish-checklists': HttpStatus.FORBIDDEN,
  'item-named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'belongs-to-another-kind': HttpStatus.UNPROCESSABLE_ENTITY,
  'number-without-threshold': HttpStatus.UNPROCESSABLE_ENTITY,
  'least-above-most': HttpStatus.UNPROCESSABLE_ENTITY,
  'choice-without-choices': HttpStatus.UNPROCESSABLE_ENTITY,
  'choice-named-twice': HttpStatus.UNPROCESSABLE_ENTITY,
  'cannot-fail': HttpStatus.UNPROCESSABLE_ENTITY,
  'checklist-too-large': HttpStatus.UNPROCESSABLE_ENTITY,
};

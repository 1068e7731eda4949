import { Controller, Get, Headers, HttpStatus, Param, Put, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AttachFile } from '@redress/contracts/intake/attach-file';
import { FollowReceipt } from '@redress/contracts/intake/receipt';
import { found, Problem, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { KINDS } from '@redress/evidence/kinds';
import { Evidence } from '@redress/evidence/open-evidence';
import type { FastifyReply } from 'fastify';
import { AnswersFile } from '../evidence/answers-file.js';
import { Refuses } from '../documentation/refuses.js';
import { REFUSED } from '../evidence/accepted.js';
import { Bytes, TakesBytes } from '../http/raw-body.js';
import { STATUS } from '../opinions/status.js';
import { Acting, Open } from '../session/session.guard.js';
import { Attaching } from './attaching.js';
import { sendAttached } from './sending.js';

export class FileByReceipt extends PickType(AttachFile, ['receipt', 'entryId']) {}

/** Files of whoever holds the receipt, who need not say who they are. */
@ApiTags('receipts')
@Controller('receipts/:receipt/attachments/:entryId')
@Open()
export class SubmittersFilesController {
  constructor(
    private readonly services: Services,
    private readonly attaching: Attaching,
    private readonly evidence: Evidence,
  ) {}

  @Put()
  @TakesBytes()
  @ApiOperation({
    summary:
      'Adds a picture (JPEG, PNG, WebP) or a plain text of 10 MiB at most, without its name and all that lay behind it',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(AttachFile, () => STATUS)
  @Refuses({ ...REFUSED, 'too-much-is-attached': HttpStatus.TOO_MANY_REQUESTS })
  async attach(
    @Param() { receipt, entryId }: FileByReceipt,
    @Bytes() bytes: AsyncIterable<Uint8Array>,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    // Whoever holds no receipt is told before anything is read.
    const view = await this.services.ask(FollowReceipt, { receipt }, { role: 'submitter' });
    if ('rejected' in view) throw new Problem('no-such-receipt', HttpStatus.NOT_FOUND);
    const { sha256, size, kind } = await this.attaching.take(bytes);
    const file = { sha256, size, type: KINDS[kind].mediaType };
    return settle(await this.services.send(AttachFile, { receipt, entryId, ...file }, envelope), STATUS);
  }

  @Get()
  @ApiOperation({ summary: 'The bytes of a file that was added' })
  @AnswersFile()
  async read(
    @Param() { receipt, entryId }: FileByReceipt,
    @Headers('if-none-match') seen: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const view = found(await this.services.ask(FollowReceipt, { receipt }, { role: 'submitter' }));
    const file = view.attached.find((one) => one.entryId === entryId);
    return sendAttached(this.evidence, file, seen, reply);
  }
}

import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, OmitType } from '@nestjs/swagger';
import {
  FileToSend,
  GivenUp,
  PartRef,
  TakenFile,
  UploadRef,
  UploadState,
} from '@redress/contracts/evidence/uploads';
import { Envelope } from '@redress/contracts/envelope';
import { KINDS } from '@redress/evidence/kinds';
import { Evidence } from '@redress/evidence/open-evidence';
import type { Taken } from '@redress/evidence/take-in';
import type { Upload } from '@redress/evidence/upload-folder';
import { Refuses } from '../documentation/refuses.js';
import { Bytes, TakesBytes } from '../http/raw-body.js';
import { Acting } from '../session/session.guard.js';
import { accepted, REFUSED } from './accepted.js';
import { senderOf } from './senders.js';

/** Of a file that arrives in one request, the bytes themselves say how large it is. */
export class WholeFile extends OmitType(FileToSend, ['size']) {}

/** How a file gets here: in parts, so that nothing has to be sent twice after an interruption; a small one at once. */
@ApiTags('evidence')
@Controller('evidence-uploads/:uploadId')
export class UploadsController {
  constructor(private readonly evidence: Evidence) {}

  @Put()
  @ApiOperation({ summary: 'Begins an upload; said again in the same words, tells how far it has come' })
  @ApiOkResponse({ type: UploadState })
  @Refuses(REFUSED)
  async begin(
    @Param() { uploadId }: UploadRef,
    @Body() file: FileToSend,
    @Acting() { actor }: Envelope,
  ): Promise<UploadState> {
    const upload = await this.evidence.uploads.begin({ id: uploadId, owner: senderOf(actor) }, { ...file });
    return stateOf(uploadId, accepted(upload));
  }

  @Get()
  @ApiOperation({ summary: 'Which parts are there, for whoever goes on after an interruption' })
  @ApiOkResponse({ type: UploadState })
  @Refuses(REFUSED)
  async read(@Param() { uploadId }: UploadRef, @Acting() { actor }: Envelope): Promise<UploadState> {
    const upload = await this.evidence.uploads.find({ id: uploadId, owner: senderOf(actor) });
    return stateOf(uploadId, accepted<Upload>(upload ?? { rejected: 'no-such-upload' }));
  }

  @Put('parts/:part')
  @TakesBytes()
  @ApiOperation({ summary: 'Sends a part; once it is answered, it need not be sent again' })
  @ApiOkResponse({ type: UploadState })
  @Refuses(REFUSED)
  async putPart(
    @Param() { uploadId, part }: PartRef,
    @Bytes() bytes: AsyncIterable<Uint8Array>,
    @Acting() { actor }: Envelope,
  ): Promise<UploadState> {
    const upload = await this.evidence.uploads.putPart({ id: uploadId, owner: senderOf(actor) }, part, bytes);
    return stateOf(uploadId, accepted(upload));
  }

  @Put('finish')
  @ApiOperation({ summary: 'Looks at the whole file and takes it in, or refuses it' })
  @ApiOkResponse({ type: TakenFile })
  @Refuses(REFUSED)
  async finish(@Param() { uploadId }: UploadRef, @Acting() { actor }: Envelope): Promise<TakenFile> {
    return fileOf(accepted(await this.evidence.uploads.finish({ id: uploadId, owner: senderOf(actor) })));
  }

  @Put('file')
  @TakesBytes()
  @ApiOperation({ summary: 'Sends a whole file in one request: begins, sends the only part, and finishes' })
  @ApiOkResponse({ type: TakenFile })
  @Refuses(REFUSED)
  async putFile(
    @Param() { uploadId }: UploadRef,
    @Query() file: WholeFile,
    @Bytes() bytes: AsyncIterable<Uint8Array>,
    @Acting() { actor }: Envelope,
  ): Promise<TakenFile> {
    const { uploads } = this.evidence;
    const ref = { id: uploadId, owner: senderOf(actor) };
    const { outcome } = accepted(await uploads.begin(ref, { ...file }));
    if (!outcome) accepted(await uploads.putPart(ref, 1, bytes));
    return fileOf(accepted(outcome ?? (await uploads.finish(ref))));
  }

  @Delete()
  @ApiOperation({ summary: 'Gives an upload up; nothing is kept of it' })
  @ApiOkResponse({ type: GivenUp })
  @Refuses(REFUSED)
  async giveUp(@Param() { uploadId }: UploadRef, @Acting() { actor }: Envelope): Promise<GivenUp> {
    accepted(await this.evidence.uploads.giveUp({ id: uploadId, owner: senderOf(actor) }));
    return { uploadId };
  }
}

const stateOf = (uploadId: UploadRef['uploadId'], { begun, parts, outcome }: Upload): UploadState => {
  const { name, size, sha256 } = begun;
  return {
    uploadId,
    name,
    ...(size !== undefined && { size }),
    ...(sha256 !== undefined && { sha256 }),
    parts,
    ...(outcome && ('rejected' in outcome ? { refused: outcome.rejected } : { file: fileOf(outcome) })),
  };
};

const fileOf = ({ sha256, name, kind, size, sent }: Taken): TakenFile => ({
  ...{ sha256, name, type: KINDS[kind].mediaType, size },
  ...{ sent, cleaned: sent !== sha256 },
});

import { Module } from '@nestjs/common';
import { opinionEvents } from '@redress/contracts/intake/opinion.events';
import { hosting } from '@redress/hosting/hosting';
import { givenText } from '@redress/hosting/kept-text';
import { AcknowledgeOpinionHandler } from './acknowledge-opinion/acknowledge-opinion.handler.js';
import { AnswerOpinionHandler } from './answer-opinion/answer-opinion.handler.js';
import { AppraiseOutcomeHandler } from './appraise-outcome/appraise-outcome.handler.js';
import { AttachFileHandler } from './attach-file/attach-file.handler.js';
import { attachedFiles } from './attached-files/attached-files.js';
import { AttachedFilesHandler } from './attached-files/attached-files.handler.js';
import { ConverseHandler } from './converse/converse.handler.js';
import { FollowPartsReaction } from './follow-parts/follow-parts.reaction.js';
import { ListOpinionHandler } from './list-opinion/list-opinion.handler.js';
import { MarkDuplicateHandler } from './mark-duplicate/mark-duplicate.handler.js';
import { MyOpinionsHandler } from './my-opinions/my-opinions.handler.js';
import { opinionDesk } from './opinion-desk/opinion-desk.js';
import { OpinionDeskHandler } from './opinion-desk/opinion-desk.handler.js';
import { ReceiptHandler } from './receipt/receipt.handler.js';
import { receiptSecret } from './receipt/receipt-secret.js';
import { Receipts } from './receipt/receipts.js';
import { RedirectOpinionHandler } from './redirect-opinion/redirect-opinion.handler.js';
import { RefuseOpinionHandler } from './refuse-opinion/refuse-opinion.handler.js';
import { Severities } from './severities/severities.js';
import { SubmitOpinionHandler } from './submit-opinion/submit-opinion.handler.js';
import { SplitOpinionHandler } from './split-opinion/split-opinion.handler.js';
import { TellDuplicatesReaction } from './tell-duplicates/tell-duplicates.reaction.js';
import { TellOutcomeReaction } from './tell-outcome/tell-outcome.reaction.js';

const drawReceipts = async (): Promise<Receipts> =>
  new Receipts(
    await receiptSecret(
      givenText(process.env['REDRESS_RECEIPT_SECRET'], process.env['REDRESS_RECEIPT_SECRET_FILE']),
    ),
  );

@Module({
  imports: [
    hosting('intake', {
      projections: [opinionDesk, attachedFiles],
      seals: [opinionEvents],
      reactions: [TellOutcomeReaction, TellDuplicatesReaction, FollowPartsReaction],
    }),
  ],
  controllers: [
    SubmitOpinionHandler,
    AcknowledgeOpinionHandler,
    RedirectOpinionHandler,
    ConverseHandler,
    AttachFileHandler,
    AnswerOpinionHandler,
    RefuseOpinionHandler,
    MarkDuplicateHandler,
    SplitOpinionHandler,
    ListOpinionHandler,
    AppraiseOutcomeHandler,
    ReceiptHandler,
    OpinionDeskHandler,
    MyOpinionsHandler,
    AttachedFilesHandler,
  ],
  providers: [{ provide: Receipts, useFactory: drawReceipts }, Severities],
})
export class IntakeModule {}

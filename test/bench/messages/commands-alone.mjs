import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { hosting } from '@redress/hosting/hosting';
import { secretOf } from '@redress/hosting/kept-text';
import { serve } from '@redress/hosting/serve';
import { AcknowledgeOpinionHandler } from '../../../services/intake/dist/acknowledge-opinion/acknowledge-opinion.handler.js';
import { Receipts } from '../../../services/intake/dist/receipt/receipts.js';
import { SubmitOpinionHandler } from '../../../services/intake/dist/submit-opinion/submit-opinion.handler.js';

/** Intake as it is, except that nothing follows its log: no read model, no relay, no reaction. */
class CommandsAlone {}
Module({
  imports: [hosting('intake', { projections: [], reactions: [], relays: false })],
  controllers: [SubmitOpinionHandler, AcknowledgeOpinionHandler],
  providers: [{ provide: Receipts, useFactory: async () => new Receipts(await secretOf('intake')) }],
})(CommandsAlone);

await serve(CommandsAlone, 'intake');

import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { hosting } from '@redress/hosting/hosting';
import { secretOf } from '@redress/hosting/kept-text';
import { serve } from '@redress/hosting/serve';
import { AcknowledgeOpinionHandler } from '../../../services/intake/dist/acknowledge-opinion/acknowledge-opinion.handler.js';
import { Receipts } from '../../../services/intake/dist/receipt/receipts.js';
import { unobserved } from './unobserved.mjs';
import { SubmitOpinionHandler } from '../../../services/intake/dist/submit-opinion/submit-opinion.handler.js';

const hosted = hosting('intake', { projections: [], reactions: [], relays: false });
if (process.env.BENCH_UNGUARDED)
  hosted.providers = hosted.providers.filter(({ provide }) => provide !== APP_GUARD);

if (process.env.BENCH_UNOBSERVED) unobserved();

/**
 * Intake as it is, except that nothing follows its log: no read model, no relay, no reaction; and with BENCH_UNGUARDED that
 * nobody is asked who may do what, with BENCH_UNOBSERVED that nobody watches.
 */
class CommandsAlone {}
Module({
  imports: [hosted],
  controllers: [SubmitOpinionHandler, AcknowledgeOpinionHandler],
  providers: [{ provide: Receipts, useFactory: async () => new Receipts(await secretOf('intake')) }],
})(CommandsAlone);

await serve(CommandsAlone, 'intake');

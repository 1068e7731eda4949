import { Module } from '@nestjs/common';
import { hosting } from '@redress/hosting/hosting';
import { CaseHistoryHandler } from './case-history/case-history.handler.js';
import { EventSearchHandler } from './event-search/event-search.handler.js';
import { Recorder } from './record-events/recorder.js';
import { StatusHandler } from './status/status.handler.js';

@Module({
  imports: [hosting('audit', { projections: [], reactions: [], relays: false })],
  controllers: [CaseHistoryHandler, EventSearchHandler, StatusHandler],
  providers: [Recorder],
})
export class AuditModule {}

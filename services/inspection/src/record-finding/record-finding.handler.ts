import { Controller } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import { RecordFinding } from '@redress/contracts/inspection/record-finding';
import { RecordedFindings } from './recorded-findings.js';

@Controller()
export class RecordFindingHandler {
  constructor(private readonly findings: RecordedFindings) {}

  @MessagePattern(RecordFinding.subject)
  record(
    @Payload('command') command: RecordFinding,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<FindingRejection>> {
    return this.findings.record(command, envelope);
  }
}

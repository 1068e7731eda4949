import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { CaseHistory, FindCaseHistory } from '@redress/contracts/audit/case-history';
import { Envelope } from '@redress/contracts/envelope';
import { IsCount, MayBeAbsent } from '@redress/contracts/fields';
import { found } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Patience, patiently } from '../http/prefer.js';
import { Acting } from '../session/session.guard.js';

export class CaseRef extends PickType(FindCaseHistory, ['caseId']) {}

/** With `Prefer: wait`, how many events the history is waited for to have. */
export class Expected {
  @MayBeAbsent() @IsCount(1, 10_000) readonly events?: number;
}

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(private readonly services: Services) {}

  @Get(':caseId')
  @ApiOperation({
    summary: 'The history of a case: who did what when, in which post, in the order of recording',
  })
  @ApiOkResponse({ type: CaseHistory })
  async history(
    @Param() { caseId }: CaseRef,
    @Query() { events = 1 }: Expected,
    @Patience() patienceMs: number,
    @Acting() { actor }: Envelope,
  ): Promise<CaseHistory> {
    const ask = () => this.services.ask(FindCaseHistory, { caseId }, actor);
    return found(await patiently(patienceMs, ask, ({ entries }) => entries.length >= events));
  }
}

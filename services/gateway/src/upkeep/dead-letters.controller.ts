import { Body, Controller, Get, HttpStatus, Param, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { IsOneOf, MayBeAbsent } from '@redress/contracts/fields';
import {
  DeadLetter,
  DeadLetters,
  DROP_LETTER,
  DropIntakeLetter,
  FIND_LETTERS,
  FindLetters,
  LetterDropped,
  LetterRef,
  type LetterRejection,
  REACTING,
  type Reacting,
  REQUEUE_LETTER,
  RequeueIntakeLetter,
} from '@redress/contracts/upkeep/dead-letters';
import { found, Problem, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class OfService extends FindLetters {
  @MayBeAbsent() @IsOneOf(REACTING) readonly service?: Reacting;
}

export class LetterOfService extends LetterRef {
  @IsOneOf(REACTING) readonly service!: Reacting;
}

export class ReasonToDrop extends PickType(LetterDropped, ['reason']) {}

const NOBODY_ELSE = { 'not-the-operator': HttpStatus.FORBIDDEN };

@ApiTags('operations')
@Controller('dead-letters')
export class DeadLettersController {
  constructor(private readonly services: Services) {}

  @Get()
  @ApiOperation({ summary: 'Events that reactions gave up, without what they say; for the operator alone' })
  @ApiOkResponse({ type: DeadLetters })
  @Refuses(NOBODY_ELSE)
  async list(@Query() { service, limit }: OfService, @Acting() { actor }: Envelope): Promise<DeadLetters> {
    if (actor.role !== 'operator') throw new Problem('not-the-operator', HttpStatus.FORBIDDEN);
    const asked = service === undefined ? REACTING : [service];
    const answers = await Promise.all(
      asked.map(async (one) =>
        found(await this.services.ask(FIND_LETTERS[one], limit === undefined ? {} : { limit }, actor)),
      ),
    );
    return {
      letters: answers.flatMap(({ letters }) => letters),
      more: answers.some(({ more }) => more),
    };
  }

  @Get(':service/:letterId')
  @ApiOperation({ summary: 'One of them; only the oldest 200 of a service are looked through' })
  @ApiOkResponse({ type: DeadLetter })
  @Refuses({ ...NOBODY_ELSE, 'no-such-letter': HttpStatus.NOT_FOUND })
  async read(
    @Param() { service, letterId }: LetterOfService,
    @Acting() { actor }: Envelope,
  ): Promise<DeadLetter> {
    if (actor.role !== 'operator') throw new Problem('not-the-operator', HttpStatus.FORBIDDEN);
    const { letters } = found(await this.services.ask(FIND_LETTERS[service], { limit: 200 }, actor));
    const letter = letters.find(({ id }) => id === letterId);
    if (!letter) throw new Problem('no-such-letter', HttpStatus.NOT_FOUND);
    return letter;
  }

  @Put(':service/:letterId/requeue')
  @ApiOperation({
    summary: 'Gives the event to its reaction once more; when that is done with it, it is no dead letter',
  })
  @ApiOkResponse({ type: Written })
  @Refuses(RequeueIntakeLetter, () => STATUS)
  async requeue(
    @Param() { service, letterId }: LetterOfService,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(REQUEUE_LETTER[service], { letterId }, envelope), STATUS);
  }

  @Put(':service/:letterId/drop')
  @ApiOperation({ summary: 'Gives it up for good; who did and why is on record, in the case of the event' })
  @ApiOkResponse({ type: Written })
  @Refuses(DropIntakeLetter, () => STATUS)
  async drop(
    @Param() { service, letterId }: LetterOfService,
    @Body() { reason }: ReasonToDrop,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(DROP_LETTER[service], { letterId, reason }, envelope), STATUS);
  }
}

const STATUS: Readonly<Record<LetterRejection, HttpStatus>> = {
  'not-the-operator': HttpStatus.FORBIDDEN,
  'no-such-letter': HttpStatus.NOT_FOUND,
  'letter-cannot-be-read': HttpStatus.CONFLICT,
  'failed-again': HttpStatus.CONFLICT,
};

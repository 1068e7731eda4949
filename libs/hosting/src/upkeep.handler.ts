import { Controller, type Type } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import {
  type DeadLetters,
  DROP_LETTER,
  FIND_LETTERS,
  FindLetters,
  LetterDropped,
  LetterRef,
  type LetterRejection,
  REACTING,
  type Reacting,
  REQUEUE_LETTER,
} from '@redress/contracts/upkeep/dead-letters';
import {
  PROJECTING,
  type Projecting,
  ProjectionRef,
  REBUILD_PROJECTION,
  type RebuildRejection,
} from '@redress/contracts/upkeep/rebuild';
import { LettersOfService } from './letters-of-service.js';
import { Upkeep } from './upkeep.js';

const LIMIT = 50;

/** The entrances for operators; none in a service of which there is nothing to be kept up. */
export const upkeepHandlers = (service: string): readonly Type[] => [
  ...(isOneOf(REACTING, service) ? [lettersHandler(service)] : []),
  ...(isOneOf(PROJECTING, service) ? [rebuildHandler(service)] : []),
];

const isOneOf = <Name extends string>(names: readonly Name[], name: string): name is Name =>
  (names as readonly string[]).includes(name);

const lettersHandler = (service: Reacting): Type => {
  @Controller()
  class LettersHandler {
    constructor(private readonly letters: LettersOfService) {}

    @MessagePattern(FIND_LETTERS[service].subject)
    find(@Payload('query') { limit = LIMIT }: FindLetters): Promise<DeadLetters> {
      return this.letters.find(limit);
    }

    @MessagePattern(REQUEUE_LETTER[service].subject)
    requeue(
      @Payload('command') { letterId }: LetterRef,
      @Payload('envelope') envelope: Envelope,
    ): Promise<Outcome<LetterRejection>> {
      return this.letters.requeue(letterId, envelope);
    }

    @MessagePattern(DROP_LETTER[service].subject)
    drop(
      @Payload('command') { letterId, reason }: LetterDropped,
      @Payload('envelope') envelope: Envelope,
    ): Promise<Outcome<LetterRejection>> {
      return this.letters.drop(letterId, reason, envelope);
    }
  }
  return LettersHandler;
};

const rebuildHandler = (service: Projecting): Type => {
  @Controller()
  class RebuildHandler {
    constructor(private readonly upkeep: Upkeep) {}

    /** Nothing is appended: what is answered is where the log ends, up to which the rows will come at least. */
    @MessagePattern(REBUILD_PROJECTION[service].subject)
    async rebuild(
      @Payload('command') { projection }: ProjectionRef,
      @Payload('envelope') _envelope: Envelope,
    ): Promise<Outcome<RebuildRejection>> {
      const position = await this.upkeep.rebuild(projection);
      return position === undefined ? { rejected: 'no-such-projection' } : { revision: -1, position };
    }
  }
  return RebuildHandler;
};

import { Injectable } from '@nestjs/common';
import { type Session, WhoActs } from '@redress/contracts/directory/who-acts';
import type { Answer } from '@redress/contracts/query';
import type { Sha256 } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { RememberedSessions } from './remembered-sessions.js';

/** The tokens with which programs act; the directory knows them. */
@Injectable()
export class DirectorySessions extends RememberedSessions {
  constructor(
    private readonly services: Services,
    clock: Clock,
  ) {
    super(clock);
  }

  protected override answerTo(sha256: Sha256): Promise<Answer<Session>> {
    return this.services.ask(WhoActs, { sha256 }, { role: 'system' });
  }
}

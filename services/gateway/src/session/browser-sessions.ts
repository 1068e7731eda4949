import { Injectable } from '@nestjs/common';
import type { Session } from '@redress/contracts/directory/who-acts';
import { FindSession } from '@redress/contracts/identity/sessions';
import type { Answer } from '@redress/contracts/query';
import type { Sha256 } from '@redress/contracts/values';
import { Services } from '@redress/edge/services';
import { Clock } from '@redress/eventsourcing/clock';
import { RememberedSessions } from './remembered-sessions.js';

/** The sessions of people who signed in; identity knows them. */
@Injectable()
export class BrowserSessions extends RememberedSessions {
  constructor(
    private readonly services: Services,
    clock: Clock,
  ) {
    super(clock);
  }

  protected override answerTo(sha256: Sha256): Promise<Answer<Session>> {
    return this.services.ask(FindSession, { sha256 }, { role: 'system' });
  }
}

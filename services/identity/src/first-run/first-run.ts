import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '@redress/eventsourcing/clock';
import { Secrets } from '../secrets/secrets.js';
import { newText } from '../secrets/texts.js';

const OVER = 'over';

/**
 * Until the first account is open, each start makes a token with which that can be done, and tells it to whoever started the
 * service. Kept is its hash, and the one before works no more.
 */
@Injectable()
export class FirstRun implements OnApplicationBootstrap {
  /** Whoever runs this process says how; it is not for the log. */
  static tell: (token: string) => void = () => undefined;

  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    // Of several copies that start together the token of one is to be told.
    if (process.env['REDRESS_SET_UP_TOKEN'] === 'none') return;
    if (await this.secrets.find('setUp', OVER)) return;
    const { text, sha256 } = newText('setUp');
    await this.secrets.clear('setUp');
    await this.secrets.add('setUp', { id: sha256, value: { madeAt: this.clock.now() } });
    FirstRun.tell(text);
  }

  async isOver(): Promise<void> {
    if (await this.secrets.find('setUp', OVER)) return;
    await this.secrets.clear('setUp');
    await this.secrets.add('setUp', { id: OVER, value: { madeAt: this.clock.now() } });
  }
}

import { Controller, Injectable, Module } from '@nestjs/common';
import { MessagePattern, Payload } from '@nestjs/microservices';
import type { Outcome } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import type { Category, Event, Recorded } from '@redress/contracts/event';
import { IsCount, IsId, IsText } from '@redress/contracts/fields';
import { type Answer, Reading } from '@redress/contracts/query';
import type { TaskId } from '@redress/contracts/values';
import type { Aggregate } from '@redress/eventsourcing/aggregate';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { EventStore, WrongRevision } from '@redress/eventsourcing/event-store';
import { transact } from '@redress/eventsourcing/transact';
import { becauseOf, Reaction } from '@redress/messaging/reaction';
import { answered } from '@redress/read-models/answer';
import type { Projection } from '@redress/read-models/projection';
import { ReadModels } from '@redress/read-models/read-models';
import { hosting } from './hosting.js';

// A whole service as small as can be: something is counted, and for every count a reaction writes an echo of it.

type CountEvent = Event<'Counted', { id: TaskId; note: string }>;
type EchoEvent = Event<'Echoed', { id: TaskId }>;

export const countEvents: Category<CountEvent> = { name: 'count', lifts: { Counted: [] } };
export const echoEvents: Category<EchoEvent> = { name: 'echo', lifts: { Echoed: [] } };
const counts: Aggregate<number, CountEvent> = { ...countEvents, initial: 0, evolve: (sum) => sum + 1 };
const echoes: Aggregate<number, EchoEvent> = { ...echoEvents, initial: 0, evolve: (sum) => sum + 1 };

export class Count {
  static readonly subject = 'tally.count';
  static readonly rejections = ['counted-already'] as const;
  @IsId() readonly id!: TaskId;
  @IsText(20) readonly note!: string;
}

export class TallyRow {
  @IsId() readonly id!: TaskId;
  @IsText(20) readonly note!: string;
  @IsCount(0, 1) readonly revision!: number;
}

export class SeeTally extends Reading {
  static readonly subject = 'tally.see';
  static readonly reply = TallyRow;
  @IsId() readonly id!: TaskId;
}

export const tallies: Projection<CountEvent, TallyRow> = {
  name: 'tallies',
  version: 1,
  of: countEvents,
  indexes: [],
  search: [],
  on: { Counted: ({ id, note }, { revision }) => ({ put: { id, note, revision } }) },
};

@Injectable()
export class EchoCounts extends Reaction {
  override readonly name = 'echo-counts';
  override readonly listensTo = 'tally.count.Counted';

  constructor(private readonly store: EventStore) {
    super();
  }

  override async react(event: Recorded): Promise<void> {
    const { id } = event.data as CountEvent['data'];
    const echo = (sum: number): readonly EchoEvent[] => (sum > 0 ? [] : [{ type: 'Echoed', data: { id } }]);
    await transact(this.store, echoes, id, becauseOf(event), echo);
  }
}

@Controller()
export class TallyHandler {
  constructor(
    private readonly store: EventStore,
    private readonly models: ReadModels,
  ) {}

  @MessagePattern(Count.subject)
  count(
    @Payload('command') { id, note }: Count,
    @Payload('envelope') envelope: Envelope,
  ): Promise<Outcome<'counted-already'>> {
    if (note === 'busy') throw new WrongRevision(`count-${id}`, 1, 2);
    if (note === 'fault') throw new Error(`the secret of ${note}`);
    const text = note === 'large' ? 'x'.repeat(1_000_000) : note;
    const count = (sum: number): Decision<CountEvent, 'counted-already'> =>
      sum > 0 ? reject('counted-already') : [{ type: 'Counted', data: { id, note: text } }];
    return transact(this.store, counts, id, envelope, count);
  }

  @MessagePattern(SeeTally.subject)
  see(@Payload('query') query: SeeTally): Promise<Answer<TallyRow>> {
    return answered(this.models, tallies, query, () => this.models.get(tallies, query.id));
  }
}

const grants = {
  'tally.count': {
    may: { system: 'everything', unit: 'own' },
    otherwise: 'counted-already',
    isQuestion: false,
  },
  'tally.see': { may: { system: 'everything' }, otherwise: 'not-found', isQuestion: true },
} as const;

@Module({
  imports: [hosting('tally', { projections: [tallies], reactions: [EchoCounts], grants })],
  controllers: [TallyHandler],
})
export class TallyModule {}

import type { Calendar } from '@redress/calendar/calendar';
import { officialCalendar } from '@redress/calendar/official-calendar';
import type { Policy } from '@redress/contracts/rectification/policy';
import { Clock } from '@redress/eventsourcing/clock';
import { InMemoryEventStore } from '@redress/eventsourcing/in-memory-event-store';
import { DEFAULT_POLICY } from './default-policy.js';
import { Policies } from './policies.js';
import type { Standards, StandardsOn } from './standards.js';

/** One policy and one calendar on every day. */
class SettledPolicies extends Policies {
  constructor(private readonly standards: Standards) {
    super(new InMemoryEventStore(new Clock()));
  }

  override eachDay(): Promise<StandardsOn> {
    return Promise.resolve(() => this.standards);
  }

  override version(name: string): Promise<Policy | undefined> {
    const { policy } = this.standards;
    return name === policy.version ? Promise.resolve(policy) : super.version(name);
  }

  override calendar(version: string): Promise<Calendar | undefined> {
    const { calendar } = this.standards;
    return version === calendar.version ? Promise.resolve(calendar) : super.calendar(version);
  }
}

/** For specs: the default figures and the official calendar, except for what is given. */
export const policiesOf = (standards: Partial<Standards> = {}): Policies =>
  new SettledPolicies({ policy: DEFAULT_POLICY, calendar: officialCalendar, ...standards });

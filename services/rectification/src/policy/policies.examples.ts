import { officialCalendar } from '@redress/calendar/official-calendar';
import { DEFAULT_POLICY } from './default-policy.js';
import { Policies, type Standards } from './policies.js';

/** One policy and one calendar on every day. */
class SettledPolicies extends Policies {
  constructor(private readonly standards: Standards) {
    super();
  }

  override on(): Promise<Standards> {
    return Promise.resolve(this.standards);
  }
}

/** For specs: the default figures and the official calendar, except for what is given. */
export const policiesOf = (standards: Partial<Standards> = {}): Policies =>
  new SettledPolicies({ policy: DEFAULT_POLICY, calendar: officialCalendar, ...standards });

import { Injectable } from '@nestjs/common';
import type { Calendar } from '@redress/calendar/calendar';
import { officialCalendar } from '@redress/calendar/official-calendar';
import type { Policy } from '@redress/contracts/rectification/policy';
import type { Day } from '@redress/contracts/values';
import { DEFAULT_POLICY } from './default-policy.js';

/** By what is judged and counted on a day. */
export type Standards = { readonly policy: Policy; readonly calendar: Calendar };

/** Which figures and which calendar hold, and which were meant by a version that something was recorded with. */
@Injectable()
export class Policies {
  /** What holds on a day where the organisation is. */
  on(_day: Day): Promise<Standards> {
    return Promise.resolve({ policy: DEFAULT_POLICY, calendar: officialCalendar });
  }

  /** The figures that were recorded under this version; undefined for one that was never recorded here. */
  version(name: string): Promise<Policy | undefined> {
    return Promise.resolve(name === DEFAULT_POLICY.version ? DEFAULT_POLICY : undefined);
  }

  /** The calendar that was counted by under this version; undefined for one that was never used here. */
  calendar(version: string): Promise<Calendar | undefined> {
    return Promise.resolve(version === officialCalendar.version ? officialCalendar : undefined);
  }
}

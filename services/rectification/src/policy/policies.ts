import { Injectable } from '@nestjs/common';
import type { Calendar } from '@redress/calendar/calendar';
import type { Policy } from '@redress/contracts/rectification/policy';
import { streamOf } from '@redress/contracts/event';
import type { Day } from '@redress/contracts/values';
import { EventStore } from '@redress/eventsourcing/event-store';
import { BOOK, bookAfter, type PolicyBook, policyBook } from './book.js';
import { DEFAULT_POLICY } from './default-policy.js';
import {
  adoptedAs,
  calendarOfVersion,
  calendarOn,
  calendarVersionOn,
  policyOn,
  type Standards,
  type StandardsOn,
} from './standards.js';

/** Which figures and which calendar hold, and which were meant by a version that something was recorded with. */
@Injectable()
export class Policies {
  private known = policyBook.initial;
  /** By version: each is made once. */
  private readonly made = new Map<string, Calendar>();

  constructor(private readonly store: EventStore) {}

  /** What holds on a day where the organisation is. */
  async on(day: Day): Promise<Standards> {
    return (await this.eachDay())(day);
  }

  /** The same for every day, as far as it is known by now. */
  async eachDay(): Promise<StandardsOn> {
    const book = await this.book();
    const found = new Map<Day, Standards>();
    return (day) => {
      const standards = found.get(day) ?? this.standardsOn(book, day);
      found.set(day, standards);
      return standards;
    };
  }

  private standardsOn(book: PolicyBook, day: Day): Standards {
    const version = calendarVersionOn(book, day);
    const calendar = this.made.get(version) ?? calendarOn(book, day);
    this.made.set(version, calendar);
    return { policy: policyOn(book, day), calendar };
  }

  /** The figures that were recorded under this version; undefined for one that was never recorded here. */
  async version(name: string): Promise<Policy | undefined> {
    return name === DEFAULT_POLICY.version ? DEFAULT_POLICY : adoptedAs(await this.book(), name)?.policy;
  }

  /** The calendar that was counted by under this version; undefined for one that was never used here. */
  async calendar(version: string): Promise<Calendar | undefined> {
    return this.made.get(version) ?? calendarOfVersion(await this.book(), version);
  }

  /** As it is now in the store. What was read before is not read again. */
  async book(): Promise<PolicyBook> {
    const before = this.known;
    const more = await this.store.read(streamOf(policyBook, BOOK), before.revision + 1);
    const book = bookAfter(before, more);
    if (book.revision > this.known.revision) this.known = book;
    return book;
  }
}

import { type PracticeEvent, practiceEvents } from '@redress/contracts/inspection/practice.events';
import type { Aggregate } from '@redress/eventsourcing/aggregate';

type Noted = Extract<PracticeEvent, { type: 'GoodPracticeNoted' }>['data'];

export type Practice =
  | { readonly status: 'unknown' }
  | { readonly status: 'noted'; readonly noted: Noted }
  | { readonly status: 'withdrawn'; readonly noted: Noted; readonly reason: string };

const evolve = (practice: Practice, { type, data }: PracticeEvent): Practice => {
  if (type === 'GoodPracticeNoted') return { status: 'noted', noted: data };
  if (practice.status === 'unknown') return practice;
  return { status: 'withdrawn', noted: practice.noted, reason: data.reason };
};

export const practices: Aggregate<Practice, PracticeEvent> = {
  ...practiceEvents,
  initial: { status: 'unknown' },
  evolve,
};

import type { Day, ExtensionId } from '../values.js';
import type { GrantExtension, RefuseExtension, RequestExtension } from './extend-deadline.js';
import { deadline, leadUnit } from './people.examples.js';
import { assign, taskId } from './task.examples.js';
import type { TaskEvent } from './task.events.js';

// The lead unit asks for more time, and what it is told.
const extensionId = '0190a5c4-1111-7aaa-8aaa-000000000051' as ExtensionId;
export const askForTime = {
  taskId,
  extensionId,
  until: '2026-04-15' as Day,
  reason: 'The pipe comes in April',
} satisfies RequestExtension;
export const grant = { taskId, extensionId } satisfies GrantExtension;
export const refuse = { taskId, extensionId, reason: 'The school opens in April' } satisfies RefuseExtension;

const extension = { taskId, extensionId, leadUnit, until: askForTime.until };
export const timeAsked = {
  type: 'ExtensionRequested',
  data: { ...extension, title: assign.title, deadline, daysInAll: 15, reason: askForTime.reason },
} satisfies TaskEvent;
export const granted = {
  type: 'ExtensionGranted',
  data: { ...extension, deadline, daysInAll: 15, policy: 'default 1' },
} satisfies TaskEvent;
export const refused = {
  type: 'ExtensionRefused',
  data: { ...extension, reason: refuse.reason },
} satisfies TaskEvent;
export const lapsed = { type: 'ExtensionLapsed', data: extension } satisfies TaskEvent;

export type ExtensionEvent = Extract<
  TaskEvent,
  { type: 'ExtensionRequested' | 'ExtensionGranted' | 'ExtensionRefused' | 'ExtensionLapsed' }
>;
export const moreTimeExamples: { readonly [E in ExtensionEvent as E['type']]: E } = {
  ExtensionRequested: timeAsked,
  ExtensionGranted: granted,
  ExtensionRefused: refused,
  ExtensionLapsed: lapsed,
};

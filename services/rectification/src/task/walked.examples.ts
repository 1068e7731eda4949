import { expect } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { type Stored, versioned } from '@redress/contracts/event';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Decision } from '@redress/eventsourcing/decision';
import { fold } from '@redress/eventsourcing/aggregate';
import { type Task, tasks } from './task.js';

export type Happened = { readonly event: TaskEvent; readonly actor: Actor };

/** Some rules are told beforehand what the handler looks up in the streams: here, all that happened so far. */
export type Rule = (
  actor: Actor,
  happened: readonly Happened[],
) => (task: Task) => Decision<TaskEvent, string>;

/** Somebody tries a command. */
export type Step = { readonly name: string; readonly rule: Rule; readonly actor: Actor };

export const stored = (happened: readonly Happened[]): readonly Stored[] =>
  JSON.parse(JSON.stringify(happened.map(({ event }) => versioned(tasks, event)))) as readonly Stored[];

export type Walk = { readonly happened: readonly Happened[]; readonly rejections: readonly string[] };

/** What comes of these steps, one after the other; each is told twice, and the second time must be silence. */
export const walked = (steps: readonly Step[]): Walk =>
  steps.reduce<Walk>(
    ({ happened, rejections }, { rule, actor }) => {
      const decision = rule(actor, happened)(fold(tasks, stored(happened)));
      if ('rejected' in decision) return { happened, rejections: [...rejections, decision.rejected] };
      const after = [...happened, ...decision.map((event) => ({ event, actor }))];
      expect(rule(actor, after)(fold(tasks, stored(after)))).toEqual([]);
      return { happened: after, rejections };
    },
    { happened: [], rejections: [] },
  );

import type { Drive, Unreachable } from './drives.js';
import type { Asked, Who } from './people.js';
import { type Station, Tasks, type Variant } from './stations.js';
import type { Task } from './steps.js';
import { NEXT, type World } from './world.js';

/** What is asked about a task, below its path unless that begins with a slash of its own. */
type About = {
  readonly below?: string;
  readonly path?: string;
  readonly body?: object;
  readonly day?: string;
};
type Saying = (task: Task, world: World) => About;

const tasksOf = new WeakMap<World, Tasks>();

export const tasksIn = (world: World): Tasks => {
  const tasks = tasksOf.get(world) ?? new Tasks(world);
  tasksOf.set(world, tasks);
  return tasks;
};

/**
 * Drives at tasks: what a command usually says, and for each drive the status, who says it, how far the task has come,
 * and what they say otherwise.
 */
export const saying =
  (usual: Saying) =>
  (status: number, who: Who, station: Station, otherwise: Saying = () => ({}), variant?: Variant): Drive => ({
    status,
    who,
    asked: async (world) => {
      const task = await tasksIn(world).at(station, variant);
      const {
        below = '',
        path = `${task.path}${below}`,
        ...rest
      }: About = {
        day: NEXT,
        ...usual(task, world),
        ...otherwise(task, world),
      };
      const asked: Asked = { path, ...rest };
      return { ...asked, watched: task.path };
    },
  });

/** A token is always of a person who holds a post in a unit. */
export const nobodyIsUnnamed = (proved: () => void): Unreachable => ({
  because: 'a token is of a person, and of a post in a unit',
  proved,
});

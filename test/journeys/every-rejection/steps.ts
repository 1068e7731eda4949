import { randomUUID } from 'node:crypto';
import { DEADLINE, type World } from './world.js';

/** A task that has come so far, and the ids of what was done to it last. */
export type Task = {
  readonly id: string;
  readonly path: string;
  readonly issue: string;
  readonly leadBy: 'lead' | 'young';
  readonly taskType: string;
  /** Of the last of each kind. */
  readonly ids: Readonly<Record<string, string>>;
};

/** What is done next, and under which ids. */
export type Step = (world: World, task: Task) => Promise<Readonly<Record<string, string>>>;

/** A step without an id of its own. */
export const doing =
  (act: (world: World, task: Task) => Promise<unknown>): Step =>
  async (world, task) => {
    await act(world, task);
    return {};
  };

const HEAD = { lead: 'lead', young: 'headless' } as const;
export const headOf = ({ leadBy }: Task) => HEAD[leadBy];

export const assignment = (world: World, { issue, leadBy, taskType }: Task) => ({
  issues: [issue],
  title: 'Mend it',
  leadUnit: world.people.unitOf(leadBy),
  supportingUnits: [world.people.unitOf('helper')],
  taskType,
  deadline: DEADLINE,
  criterion: 'It is dry',
});

export const measuresOf = (world: World, { ids }: Task, due = DEADLINE) =>
  (['lead', 'named', 'scribe'] as const).map((who) => ({
    measureId: ids[who] ?? '',
    what: 'Mend the pipe',
    person: world.people.personOf(who),
    due,
    criterion: 'It is dry',
  }));

/** A step under an id of its own, by which it is known afterwards as `name`. */
export const under =
  (name: string, step: (world: World, task: Task, id: string) => Promise<unknown>): Step =>
  async (world, task) => {
    const id = randomUUID();
    await step(world, task, id);
    return { [name]: id };
  };

export const asks = (who?: 'clerk') =>
  under('closeOut', (world, task, id) => {
    const body = { summary: 'It is dry', unfinished: [] };
    return world.does(who ?? headOf(task), `${task.path}/close-out/${id}`, body);
  });
export const onCloseOut = (who: 'team' | 'office', what: string, body: object): Step =>
  doing((world, { path, ids }) =>
    world.does(who, `${path}/close-out/${ids['closeOut'] ?? ''}/${what}`, body),
  );
export const attaches = (note: string) =>
  under('evidence', (world, task, id) => world.does(headOf(task), `${task.path}/evidence/${id}`, { note }));
export const draws = (colour: string) =>
  under('card', (world, { path }, id) =>
    world.does('office', `${path}/cards/${id}`, { colour, reason: 'Nothing is done' }),
  );
export const appeals: Step = doing((world, { path, ids }) =>
  world.does('lead', `${path}/cards/${ids['card'] ?? ''}/appeal`, { reason: 'Not ours' }),
);
export const contests = under('review', (world, { path }, id) =>
  world.does('lead', `${path}/reviews/${id}`, { reason: 'It is the city' }),
);
export const answersReview = (outcome: string): Step =>
  doing((world, { path, ids }) =>
    world.does('leading', `${path}/reviews/${ids['review'] ?? ''}/answer`, {
      outcome,
      reason: 'So it is',
    }),
  );
export const answersObjection = (upheld: boolean): Step =>
  doing((world, { path, ids }) =>
    world.does('office', `${path}/objections/${ids['objection'] ?? ''}/answer`, {
      upheld,
      answer: 'So',
    }),
  );
export const gives = (who: 'office' | 'leading', what: string, body?: object): Step =>
  doing((world, { path, ids }) => world.does(who, `${path}/escalations/${ids['step'] ?? ''}/${what}`, body));
export const asksForTime = (until: string) =>
  under('extension', (world, task, id) =>
    world.does(headOf(task), `${task.path}/extensions/${id}`, { until, reason: 'It froze' }),
  );
export const answersTime = (what: string, body?: object): Step =>
  doing((world, { path, ids }) =>
    world.does('office', `${path}/extensions/${ids['extension'] ?? ''}/${what}`, body),
  );

export const returns = under('return', (world, { path }, id) =>
  world.does('lead', `${path}/returns/${id}`, { reason: 'Not our remit' }),
);

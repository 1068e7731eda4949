import { randomUUID } from 'node:crypto';
import {
  answersObjection,
  answersReview,
  answersTime,
  appeals,
  asks,
  asksForTime,
  assignment,
  attaches,
  contests,
  doing,
  draws,
  gives,
  headOf,
  measuresOf,
  onCloseOut,
  returns,
  under,
  type Step,
  type Task,
} from './steps.js';
import { ASSIGNED, NEXT, type World } from './world.js';

/** Each station by the one before it and the step from there. */
export const STEPS = {
  unassigned: [undefined, () => Promise.resolve({})],
  assigned: [
    'unassigned',
    doing((world, task) => world.does('office', task.path, assignment(world, task), ASSIGNED)),
  ],
  returned: ['assigned', returns],
  accepted: [
    'assigned',
    doing((world, task) => {
      const responsible = world.people.personOf(task.leadBy === 'lead' ? 'lead' : 'auditor');
      return world.does(headOf(task), `${task.path}/acceptance`, { responsible });
    }),
  ],
  planned: [
    'accepted',
    async (world, task) => {
      const ids = { lead: randomUUID(), named: randomUUID(), scribe: randomUUID() };
      const measures = measuresOf(world, { ...task, ids });
      await world.does(headOf(task), `${task.path}/plan`, { measures });
      return ids;
    },
  ],
  changed: [
    'planned',
    under('change', (world, task, id) => {
      const measures = measuresOf(world, task, '2023-03-30');
      return world.does('lead', `${task.path}/measures/${id}`, { reason: 'Earlier', measures });
    }),
  ],
  renamed: [
    'accepted',
    under('naming', (world, { path }, id) => {
      const responsible = world.people.personOf('cousin');
      return world.does('lead', `${path}/responsible/${id}`, { responsible, reason: 'Ill' });
    }),
  ],
  halfway: [
    'planned',
    under('report', (world, task, id) => {
      const done = [task.ids['lead'] ?? ''];
      return world.does(headOf(task), `${task.path}/progress/${id}`, { text: 'Mended', done });
    }),
  ],
  shown: ['halfway', attaches('Invoice 17')],
  worked: [
    'shown',
    doing((world, task) => {
      const done = [task.ids['named'] ?? '', task.ids['scribe'] ?? ''];
      return world.does(headOf(task), `${task.path}/progress/${randomUUID()}`, { text: 'All', done });
    }),
  ],
  requested: ['worked', asks()],
  requestedByClerk: ['worked', asks('clerk')],
  requestedAgain: [
    'requested',
    async (world, task) => {
      const before = { former: task.ids['closeOut'] ?? '' };
      return { ...before, ...(await asks()(world, task)) };
    },
  ],
  clerkAskedAgain: [
    'requestedByClerk',
    async (world, task) => {
      const before = { former: task.ids['closeOut'] ?? '' };
      return { ...before, ...(await asks('clerk')(world, task)) };
    },
  ],
  clerkWithdrawn: ['clerkContested', answersReview('withdrawn')],
  clerkContested: ['requestedByClerk', contests],
  clerkRejected: ['requestedByClerk', onCloseOut('team', 'rejection', { missing: 'The roof' })],
  moreEvidence: ['requested', attaches('Invoice 18')],
  requestContested: ['requested', contests],
  requestWithdrawn: ['requestContested', answersReview('withdrawn')],
  rejected: ['requested', onCloseOut('team', 'rejection', { missing: 'The roof' })],
  verified: ['requested', onCloseOut('team', 'verification', { seen: 'Dry', where: 'There', on: ASSIGNED })],
  verifiedThenMore: ['verified', attaches('Invoice 18')],
  onNotice: ['verified', onCloseOut('office', 'notice', { text: 'It is dry now' })],
  skipped: ['verified', onCloseOut('office', 'notice/skip', { ground: 'secrecy', reason: 'A lock' })],
  objected: [
    'onNotice',
    under('objection', (world, task, id) =>
      world.does('stranger', `/notices/${task.id}/objections/${id}`, { text: 'It is wet' }),
    ),
  ],
  dismissed: ['objected', answersObjection(false)],
  upheld: ['objected', answersObjection(true)],
  overtaken: ['objected', asks()],
  full: [
    'onNotice',
    doing(async (world, { id }) => {
      for (let times = 0; times < 50; times += 1)
        await world.does('stranger', `/notices/${id}/objections/${randomUUID()}`, { text: 'It is wet' });
    }),
  ],
  closed: [
    'skipped',
    doing((world, { path, ids }) =>
      world.does('office', `${path}/closing`, { entryId: ids['closeOut'], outcome: 'It is dry' }),
    ),
  ],
  lookedBack: [
    'closed',
    under('look', (world, { path }, id) =>
      world.does('team', `${path}/look-backs/${id}`, {
        found: 'lasting',
        seen: 'Dry',
        where: 'There',
        on: NEXT,
      }),
    ),
  ],
  reopened: [
    'closed',
    doing((world, { path }) => world.does('office', `${path}/reopening`, { reason: 'It leaks again' })),
  ],
  contested: ['assigned', contests],
  reviewUpheld: ['contested', answersReview('upheld')],
  withdrawn: ['contested', answersReview('withdrawn')],
  askedForTime: ['assigned', asksForTime('2023-04-10')],
  askedForMuch: ['assigned', asksForTime('2023-05-01')],
  granted: ['askedForTime', answersTime('grant')],
  refused: ['askedForTime', answersTime('refusal', { reason: 'No' })],
  lapsed: ['askedForTime', returns],
  reminded: [
    'assigned',
    under('reminder', (world, { path }, id) =>
      world.does('office', `${path}/reminders/${id}`, { text: 'It is due' }),
    ),
  ],
  yellow: ['assigned', draws('yellow')],
  answeredYellow: [
    'yellow',
    doing((world, { path, ids }) =>
      world.does('lead', `${path}/cards/${ids['card'] ?? ''}/answer`, { text: 'On Monday' }),
    ),
  ],
  appealed: ['yellow', appeals],
  appealUpheld: [
    'appealed',
    doing((world, { path, ids }) =>
      world.does('scribe', `${path}/cards/${ids['card'] ?? ''}/appeal/decision`, {
        upheld: true,
        reason: 'So',
      }),
    ),
  ],
  appealEnded: ['appealed', returns],
  yellowEnded: ['yellow', returns],
  red: ['assigned', draws('red')],
  proposed: [
    'red',
    under('step', (world, { path }, id) =>
      world.does('office', `${path}/escalations/${id}`, { kind: 'formal-talk', reason: 'Late' }),
    ),
  ],
  approved: ['proposed', gives('leading', 'approval')],
  stepRefused: ['proposed', gives('leading', 'refusal', { reason: 'Not yet' })],
  talkedTo: ['approved', gives('office', 'record', { on: ASSIGNED, record: 'The head promised' })],
  stepLapsed: ['proposed', returns],
} satisfies Readonly<Record<string, readonly [before: string | undefined, step: Step]>>;

export type Station = keyof typeof STEPS;

export type Variant = {
  readonly leadBy?: Task['leadBy'];
  readonly taskType?: string;
  /** Of an issue that no other task is about. */
  readonly alone?: true;
};

/** Tasks as far as they have come, each made once: what is rejected leaves them as they are. */
export class Tasks {
  private readonly made = new Map<string, Promise<Task>>();
  private issue: Promise<string> | undefined;

  constructor(private readonly world: World) {}

  at(station: Station, variant: Variant = {}): Promise<Task> {
    const name = JSON.stringify([station, variant]);
    const task = this.made.get(name) ?? this.make(station, variant);
    this.made.set(name, task);
    return task;
  }

  private async make(station: Station, { alone, ...variant }: Variant): Promise<Task> {
    const issue = alone ? (await this.world.issue()).id : await (this.issue ??= this.issueInHand());
    return this.bring(station, { leadBy: 'lead', taskType: 'time-bound', ...variant, issue });
  }

  /** One that is never resolved, whatever becomes of the other tasks on it. */
  private async issueInHand(): Promise<string> {
    const { id } = await this.world.issue();
    await this.bring('assigned', { leadBy: 'lead', taskType: 'time-bound', issue: id });
    return id;
  }

  private async bring(station: Station, about: Pick<Task, 'leadBy' | 'taskType' | 'issue'>): Promise<Task> {
    const id = randomUUID();
    let task: Task = { id, path: `/tasks/${id}`, ...about, ids: {} };
    for (const step of wayTo(station)) {
      const ids = await step(this.world, task);
      task = { ...task, ids: { ...task.ids, ...ids } };
    }
    return task;
  }
}

const wayTo = (station: Station): readonly Step[] => {
  const [before, step] = STEPS[station] as readonly [Station | undefined, Step];
  return before ? [...wayTo(before), step] : [step];
};

import { randomUUID } from 'node:crypto';
import { AttachEvidence } from '@redress/contracts/rectification/attach-evidence';
import { ChangeMeasures } from '@redress/contracts/rectification/change-measures';
import {
  GrantExtension,
  RefuseExtension,
  RequestExtension,
} from '@redress/contracts/rectification/extend-deadline';
import { NameResponsible } from '@redress/contracts/rectification/name-responsible';
import { PlanMeasures } from '@redress/contracts/rectification/plan-measures';
import { ReportProgress } from '@redress/contracts/rectification/report-progress';
import { saying } from './at-task.js';
import { aWorld, everyRejectionOf } from './drives.js';
import { measuresOf, type Task } from './steps.js';
import type { World } from './world.js';

const world = aWorld();

const another = randomUUID();
const thoseOf = (due: string) => (task: Task, running: World) => {
  const ids = { lead: randomUUID(), named: randomUUID(), scribe: randomUUID(), ...task.ids };
  return measuresOf(running, { ...task, ids }, due);
};
const asPlanned = thoseOf('2023-03-31');
const earlier = thoseOf('2023-03-20');
const late = thoseOf('2023-04-01');

const plans = saying((task, running) => ({ below: '/plan', body: { measures: asPlanned(task, running) } }));
everyRejectionOf(PlanMeasures, world, {
  'no-such-task': plans(404, 'lead', 'unassigned'),
  'task-is-closed': plans(409, 'lead', 'withdrawn'),
  'not-the-lead-unit': plans(403, 'helper', 'accepted'),
  'not-accepted-yet': plans(409, 'lead', 'assigned'),
  'already-planned': plans(409, 'lead', 'planned', (task, running) => ({
    body: { measures: earlier(task, running) },
  })),
  'measure-named-twice': plans(422, 'lead', 'accepted', (task, running) => {
    const [measure] = asPlanned(task, running);
    return { body: { measures: [measure, measure] } };
  }),
  'measure-due-after-the-deadline': plans(422, 'lead', 'accepted', (task, running) => ({
    body: { measures: late(task, running) },
  })),
});

const changes = saying((task, running) => ({
  below: `/measures/${another}`,
  body: { reason: 'We can be quicker', measures: earlier(task, running) },
}));
everyRejectionOf(ChangeMeasures, world, {
  'no-such-task': changes(404, 'lead', 'unassigned'),
  'not-the-lead-unit': changes(403, 'helper', 'planned'),
  'entry-id-is-taken': changes(409, 'lead', 'changed', ({ ids }) => ({
    below: `/measures/${ids['change'] ?? ''}`,
  })),
  'not-planned-yet': changes(409, 'lead', 'accepted'),
  'close-out-is-requested': changes(409, 'lead', 'requested'),
  'task-is-closed': changes(409, 'lead', 'closed'),
  'measure-named-twice': changes(422, 'lead', 'planned', (task, running) => {
    const [measure] = asPlanned(task, running);
    return { body: { reason: 'Twice as good', measures: [measure, measure] } };
  }),
  'done-measure-changed': changes(422, 'lead', 'halfway'),
  'measure-due-after-the-deadline': changes(422, 'lead', 'planned', (task, running) => ({
    body: { reason: 'We need longer', measures: late(task, running) },
  })),
  'nothing-changes': changes(409, 'lead', 'planned', (task, running) => ({
    body: { reason: 'It is well as it is', measures: asPlanned(task, running) },
  })),
});

const names = saying((_, { people }) => ({
  below: `/responsible/${another}`,
  body: { responsible: people.personOf('kin'), reason: 'Retired' },
}));
const naming =
  (who: 'lead' | 'helper') =>
  (_: Task, { people }: World) => ({
    body: { responsible: people.personOf(who), reason: 'Retired' },
  });
everyRejectionOf(NameResponsible, world, {
  'no-such-task': names(404, 'lead', 'unassigned'),
  'not-the-lead-unit': names(403, 'helper', 'accepted'),
  'entry-id-is-taken': names(409, 'lead', 'renamed', ({ ids }) => ({
    below: `/responsible/${ids['naming'] ?? ''}`,
  })),
  'not-accepted-yet': names(409, 'lead', 'assigned'),
  'task-is-closed': names(409, 'lead', 'closed'),
  'already-responsible': names(409, 'lead', 'accepted', naming('lead')),
  'responsible-is-elsewhere': names(422, 'lead', 'accepted', naming('helper')),
});

const reports = saying(({ ids }) => ({
  below: `/progress/${another}`,
  body: { text: 'Mended', done: [ids['named'] ?? another] },
}));
everyRejectionOf(ReportProgress, world, {
  'no-such-task': reports(404, 'lead', 'unassigned'),
  'not-a-responsible-unit': reports(403, 'team', 'planned'),
  'not-planned-yet': reports(409, 'helper', 'accepted'),
  'task-is-closed': reports(409, 'helper', 'closed'),
  'entry-id-is-taken': reports(409, 'lead', 'halfway', ({ ids }) => ({
    below: `/progress/${ids['report'] ?? ''}`,
  })),
  'no-such-measure': reports(422, 'helper', 'planned', () => ({ body: { text: 'Done', done: [another] } })),
});

const attaches = saying(() => ({ below: `/evidence/${another}`, body: { note: 'Invoice 18' } }));
everyRejectionOf(AttachEvidence, world, {
  'no-such-task': attaches(404, 'lead', 'unassigned'),
  'not-a-responsible-unit': attaches(403, 'team', 'planned'),
  'not-planned-yet': attaches(409, 'helper', 'accepted'),
  'task-is-closed': attaches(409, 'lead', 'withdrawn'),
  'entry-id-is-taken': attaches(409, 'lead', 'shown', ({ ids }) => ({
    below: `/evidence/${ids['evidence'] ?? ''}`,
  })),
});

const asksForTime = saying(() => ({
  below: `/extensions/${another}`,
  body: { until: '2023-04-10', reason: 'It is still frozen' },
}));
everyRejectionOf(RequestExtension, world, {
  'no-such-task': asksForTime(404, 'lead', 'unassigned'),
  'not-the-lead-unit': asksForTime(403, 'helper', 'assigned'),
  'extension-id-is-taken': asksForTime(409, 'lead', 'askedForTime', ({ ids }) => ({
    below: `/extensions/${ids['extension'] ?? ''}`,
  })),
  'task-is-returned': asksForTime(409, 'lead', 'returned'),
  'task-is-closed': asksForTime(409, 'lead', 'closed'),
  'another-extension-is-pending': asksForTime(409, 'lead', 'askedForTime'),
  'deadline-has-passed': asksForTime(409, 'lead', 'assigned', () => ({ day: '2023-04-01' })),
  'not-later-than-the-deadline': asksForTime(422, 'lead', 'assigned', () => ({
    body: { until: '2023-03-31', reason: 'It is still frozen' },
  })),
});

const grants = saying(({ ids }) => ({ below: `/extensions/${ids['extension'] ?? another}/grant` }));
everyRejectionOf(GrantExtension, world, {
  'no-such-task': grants(404, 'office', 'unassigned'),
  'not-the-office': grants(403, 'lead', 'askedForTime'),
  'no-such-extension': grants(404, 'office', 'assigned'),
  'extension-already-answered': grants(409, 'office', 'refused'),
  'extension-lapsed': grants(409, 'office', 'lapsed'),
  // The thirtieth day after the deadline is 30 April.
  'needs-the-leading-group': grants(403, 'office', 'askedForMuch'),
});

const refuses = saying(({ ids }) => ({
  below: `/extensions/${ids['extension'] ?? another}/refusal`,
  body: { reason: 'It thawed' },
}));
everyRejectionOf(RefuseExtension, world, {
  'no-such-task': refuses(404, 'office', 'unassigned'),
  'not-the-office': refuses(403, 'team', 'askedForTime'),
  'no-such-extension': refuses(404, 'leading', 'assigned'),
  'extension-already-answered': refuses(409, 'office', 'granted'),
  'extension-lapsed': refuses(409, 'leading', 'lapsed'),
});

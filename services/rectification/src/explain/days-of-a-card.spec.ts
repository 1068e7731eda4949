import { expect, it } from '@jest/globals';
import { versioned } from '@redress/contracts/event';
import {
  blueDrawn,
  nearDueOn,
  officeCardId,
  redByOffice,
} from '@redress/contracts/rectification/escalation.examples';
import type { EscalationEvent } from '@redress/contracts/rectification/escalation.events';
import { today } from '@redress/contracts/rectification/people.examples';
import { assigned } from '@redress/contracts/rectification/task.examples';
import type { TaskEvent } from '@redress/contracts/rectification/task.events';
import type { Day } from '@redress/contracts/values';
import { METADATA } from '@redress/read-models/spec';
import { drawnOn } from '../come-due/drawn.examples.js';
import { standards } from '../policy/standards.examples.js';
import type { Standards } from '../policy/standards.js';
import { tasks } from '../task/task.js';
import type { Happened } from './causes.js';
import { type DrawnCard, explainCard } from './explain-card.js';

type Drawn = EscalationEvent & { readonly type: 'CardDrawn' };

const happened = <E extends TaskEvent>(event: E, revision: number, day: Day): E & Happened =>
  ({
    ...METADATA,
    ...versioned(tasks, event),
    revision,
    happenedAt: `${day}T08:00:00.000Z`,
  }) as unknown as E & Happened;

const { policy } = standards;
const cards = { ...policy.cards, blueWithinWorkingDays: 5 };
const eager: Standards = { ...standards, policy: { ...policy, version: 'policy 2', cards } };
const meant = { missing: [], byRule: eager, bySum: eager, byTerms: eager };

it('a card that fell due because other figures held from that day on comes out so again', () => {
  const counted = { ...blueDrawn.data.counted, workingDays: 5, to: '2026-04-02' as Day, policy: 'policy 2' };
  const appealBy = { ...blueDrawn.data.appealBy, policy: 'policy 2' };
  const card: Drawn = { ...blueDrawn, data: { ...blueDrawn.data, counted, policy: 'policy 2', appealBy } };
  const history = [happened(assigned, 0, today)];
  const since = (day: Day): Standards => (day < nearDueOn ? lenient : eager);
  const lenient = {
    ...standards,
    policy: { ...policy, version: 'policy 1', cards: { ...cards, blueWithinWorkingDays: 0 } },
  };
  const drawn: DrawnCard = happened(card, 1, nearDueOn);
  expect(explainCard(history, drawn, nearDueOn, { ...meant, on: since })).toMatchObject({
    agrees: true,
    differences: [],
  });
  const always = (): Standards => eager;
  expect(explainCard(history, drawn, nearDueOn, { ...meant, on: always })).toMatchObject({
    agrees: false,
    differences: [{ what: 'dueOn', recorded: nearDueOn }, { what: 'counted' }],
  });
});

it('a card of the office that was recorded without its reason, and by somebody else, says so', () => {
  const { reason, ...data } = drawnOn(nearDueOn, redByOffice).data;
  expect(reason).not.toBe('');
  const drawn = happened({ type: 'CardDrawn', data }, 1, nearDueOn);
  const settled = { ...meant, byRule: standards, bySum: standards, byTerms: standards, on: () => standards };
  expect(explainCard([happened(assigned, 0, today)], drawn, nearDueOn, settled)).toMatchObject({
    cardId: officeCardId,
    differences: [{ what: 'drawnBy' }, { what: 'reason', recorded: '', recomputed: '' }],
  });
});

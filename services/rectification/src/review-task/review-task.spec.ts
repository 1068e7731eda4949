import { describe, it } from '@jest/globals';
import type { Actor } from '@redress/contracts/envelope';
import { overrideId } from '@redress/contracts/inspection/interest.examples';
import {
  changeIt,
  contest,
  lookBackOn,
  reviewAnswered,
  reviewBy,
  reviewRequested,
  reviewTookBack,
  reviewUpheld,
  takeBack,
  taskWithdrawn,
  upholdIt,
} from '@redress/contracts/rectification/aftermath.examples';
import { lapsed, timeAsked } from '@redress/contracts/rectification/more-time.examples';
import {
  redDrawn,
  redId,
  talkLapsed,
  talkProposed,
  yellowDrawn,
  yellowId,
} from '@redress/contracts/rectification/escalation.examples';
import {
  auditor,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  plumber,
  responsible,
  strangeUnit,
  stranger,
  supporter,
  supportingUnit,
  today,
} from '@redress/contracts/rectification/people.examples';
import {
  accepted,
  assigned,
  planned,
  reassigned,
  returned,
} from '@redress/contracts/rectification/task.examples';
import type { Day, EntryId } from '@redress/contracts/values';
import { having, specFor } from '@redress/eventsourcing/spec';
import { DEFAULT_POLICY } from '../policy/default-policy.js';
import {
  confirmed,
  justAssigned,
  struckOff,
  toClosing,
  unassigned,
  workedOn,
} from '../task/histories.examples.js';
import { tasks } from '../task/task.js';
import { answerReview, requestReview } from './review-task.js';
import { belongingTo, independent, lately } from '../task/standing.examples.js';

const { given } = specFor(tasks);
const day30 = '2026-04-19' as Day;
const day31 = '2026-04-20' as Day;
const entryId = '0190a5c4-1111-7aaa-8aaa-000000000049' as EntryId;
const again = { ...contest, entryId };
const asked = given(assigned, reviewRequested);
const kept = given(assigned, reviewRequested, reviewUpheld);
const gone = given(assigned, reviewRequested, reviewTookBack, taskWithdrawn);

describe('the lead unit contests a task', () => {
  it('while it is open, up to 30 days after the day of assignment', () => {
    for (const task of [justAssigned, workedOn, confirmed])
      task.when(requestReview(contest, lead, today, DEFAULT_POLICY)).yields(reviewRequested);
    justAssigned
      .when(requestReview(contest, lead, day30, DEFAULT_POLICY))
      .yields(having(reviewRequested, { answerBy: '2026-05-19' as Day }));
  });

  it('by the policy at hand, which it names', () => {
    const strict = {
      ...DEFAULT_POLICY,
      version: 'strict',
      review: { askWithinDays: 1, answerWithinDays: 2 },
    };
    const [day1, day2] = ['2026-03-21' as Day, '2026-03-22' as Day];
    justAssigned
      .when(requestReview(contest, lead, day1, strict))
      .yields(having(reviewRequested, { answerBy: '2026-03-23' as Day, policy: 'strict' }));
    justAssigned.when(requestReview(contest, lead, day2, strict)).isRejected('review-is-too-late');
  });

  it('once an assignment: the unit that it is assigned to anew has its own days', () => {
    const day = '2026-04-10' as Day;
    const returnBy = { ...reassigned.data.returnBy, from: day };
    const anew = [assigned, reviewRequested, returned, having(reassigned, { returnBy })] as const;
    const theirs = having(reviewRequested, {
      entryId,
      leadUnit: strangeUnit,
      answerBy: '2026-06-09' as Day,
    });
    given(...anew)
      .when(requestReview(again, stranger, '2026-05-10' as Day, DEFAULT_POLICY))
      .yields(theirs);
    given(...anew)
      .when(requestReview(again, stranger, '2026-05-11' as Day, DEFAULT_POLICY))
      .isRejected('review-is-too-late');
  });

  it('and says the same again without asking again, however late', () => {
    for (const task of [asked, kept, gone])
      task.when(requestReview(contest, lead, lookBackOn, DEFAULT_POLICY)).changesNothing();
  });

  it.each([
    ['no-such-task', unassigned, contest, lead, today],
    ['not-the-lead-unit', justAssigned, contest, supporter, today],
    ['not-the-lead-unit', justAssigned, contest, { ...officer, unit: leadUnit }, today],
    ['entry-id-is-taken', asked, { ...contest, reason: 'Another' }, lead, today],
    ['task-is-closed', struckOff, contest, lead, today],
    ['task-is-closed', gone, again, lead, today],
    ['task-is-returned', given(assigned, returned), contest, lead, today],
    ['review-already-asked', asked, again, lead, today],
    ['review-already-asked', kept, again, lead, today],
    ['review-is-too-late', justAssigned, contest, lead, day31],
  ] as const)('but is told %s', (reason, task, command, actor, day) => {
    task.when(requestReview(command, actor, day, DEFAULT_POLICY)).isRejected(reason);
  });
});

describe.each<Actor>([inspector, officer, { ...leadingGroup, unit: inspector.unit }])(
  'somebody of the $role answers',
  (actor) => {
    it('that the task stays as it is, or by which criterion it holds instead', () => {
      asked.when(answerReview(upholdIt, actor, today, independent, [])).yields(reviewUpheld);
      asked.when(answerReview(changeIt, actor, today, independent, [])).yields(reviewAnswered);
      given(...toClosing, reviewRequested)
        .when(answerReview(upholdIt, actor, today, independent, []))
        .yields(reviewUpheld);
    });

    it('that it is taken back, whatever its status', () => {
      asked.when(answerReview(takeBack, actor, today, independent, [])).yields(reviewTookBack, taskWithdrawn);
      given(assigned, reviewRequested, returned)
        .when(answerReview(takeBack, actor, today, independent, []))
        .yields(reviewTookBack, taskWithdrawn);
      given(...toClosing, reviewRequested)
        .when(answerReview(takeBack, actor, today, independent, []))
        .yields(reviewTookBack, taskWithdrawn);
    });

    it('late rather than never, which shows', () => {
      asked.when(answerReview(upholdIt, actor, reviewBy, independent, [])).yields(reviewUpheld);
      asked
        .when(answerReview(upholdIt, actor, '2026-04-21' as Day, independent, []))
        .yields(having(reviewUpheld, { daysLate: 2 }));
    });

    it('once: the same again is a repeat', () => {
      kept.when(answerReview(upholdIt, actor, lookBackOn, independent, [])).changesNothing();
      gone.when(answerReview(takeBack, actor, lookBackOn, independent, [])).changesNothing();
      given(assigned, reviewRequested, reviewAnswered)
        .when(answerReview(changeIt, actor, lookBackOn, independent, []))
        .changesNothing();
    });

    it.each([
      ['no-such-task', unassigned, upholdIt, actor],
      ['not-a-reviewer', asked, upholdIt, stranger],
      ['not-a-reviewer', asked, upholdIt, auditor],
      ['reviewer-is-unnamed', asked, upholdIt, { role: actor.role, unit: actor.unit }],
      ['reviewer-is-unnamed', asked, upholdIt, { role: actor.role, person: actor.person }],
      ['reviewer-of-a-responsible-unit', asked, upholdIt, { ...actor, unit: leadUnit }],
      ['reviewer-of-a-responsible-unit', asked, upholdIt, { ...actor, unit: supportingUnit }],
      ['no-such-review', justAssigned, upholdIt, actor],
      ['review-already-answered', kept, takeBack, actor],
      ['review-already-answered', kept, { ...upholdIt, reason: 'Another' }, actor],
      ['review-already-answered', kept, { ...upholdIt, criterion: 'Another' }, actor],
      ['task-is-closed', given(assigned, reviewRequested, taskWithdrawn), upholdIt, actor],
      ['criterion-is-missing', asked, { ...upholdIt, outcome: 'changed' }, actor],
      ['criterion-is-not-asked-for', asked, { ...upholdIt, criterion: 'Dry' }, actor],
      ['criterion-is-not-asked-for', asked, { ...takeBack, criterion: 'Dry' }, actor],
    ] as const)('but is told %s', (reason, task, command, who) => {
      task.when(answerReview(command, who as Actor, today, independent, [])).isRejected(reason);
    });

    it('but not with another post in a responsible unit, nor when named in the task', () => {
      asked
        .when(answerReview(upholdIt, actor, today, belongingTo(supportingUnit), []))
        .isRejected('reviewer-of-a-responsible-unit');
      const planning = given(assigned, accepted, planned, reviewRequested);
      for (const person of [responsible, plumber])
        planning
          .when(answerReview(upholdIt, { ...actor, person }, today, independent, []))
          .isRejected('reviewer-answers-for-the-task');
    });

    it('but not after leaving a responsible unit lately, unless the office let that pass', () => {
      asked
        .when(answerReview(upholdIt, actor, today, lately(leadUnit), []))
        .isRejected('reviewer-is-recused');
      const permitted = lately(leadUnit, overrideId);
      const { recusal } = permitted;
      asked
        .when(answerReview(upholdIt, actor, today, permitted, []))
        .yields(having(reviewUpheld, { recusal }));
    });

    it('but not as one of the authors', () => {
      const authors = [officer.person, inspector.person, leadingGroup.person];
      for (const answer of [upholdIt, changeIt, takeBack])
        asked
          .when(answerReview(answer, actor, today, independent, authors))
          .isRejected('reviewer-is-an-author');
      asked.when(answerReview(upholdIt, actor, today, independent, [lead.person])).yields(reviewUpheld);
    });
  },
);

describe('with a task that is taken back', () => {
  const authors = [officer.person];

  it('its cards end, and what waits for an answer lapses', () => {
    const ended = having(taskWithdrawn, { endedCards: [yellowId, redId] });
    given(assigned, timeAsked, yellowDrawn, redDrawn, talkProposed, reviewRequested)
      .when(answerReview(takeBack, inspector, today, independent, authors))
      .yields(reviewTookBack, ended, lapsed, talkLapsed);
  });

  it('every other review of it is answered, each by its own day', () => {
    const theirs = having(reviewRequested, { entryId, leadUnit: strangeUnit, answerBy: '2026-05-19' as Day });
    const answered = having(reviewTookBack, { leadUnit: strangeUnit });
    given(assigned, reviewRequested, returned, reassigned, theirs)
      .when(answerReview(takeBack, inspector, '2026-05-20' as Day, independent, authors))
      .yields(
        having(answered, { daysLate: 31 }),
        having(answered, { entryId, daysLate: 1 }),
        having(taskWithdrawn, { leadUnit: strangeUnit }),
      );
    const alreadyAnswered = having(reviewUpheld, { entryId });
    given(assigned, reviewRequested, returned, reassigned, theirs, alreadyAnswered)
      .when(answerReview(takeBack, inspector, today, independent, authors))
      .yields(answered, having(taskWithdrawn, { leadUnit: strangeUnit }));
  });
});

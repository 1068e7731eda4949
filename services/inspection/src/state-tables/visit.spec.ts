import { expect, it } from '@jest/globals';
import {
  cancelVisit as cancelling,
  laterDay,
  missVisit as missing,
  moveVisit as moving,
  nameInspectors as naming,
  personMet,
  planVisit as planning,
  plannedAt,
  reopenVisit as reopening,
  seenAt,
  visitDay,
  visitId,
} from '@redress/contracts/inspection/visit.examples';
import {
  closeRound as closing,
  planRound as planningRound,
  rescopeRound as rescoping,
  roundClosed,
  roundPlanned,
  roundScoped,
} from '@redress/contracts/inspection/round.examples';
import { substitute } from '@redress/contracts/inspection/team.examples';
import { inspector, officer } from '@redress/contracts/rectification/people.examples';
import { driven } from '@redress/eventsourcing/state-table';
import { recordEntry, submitBatch } from '../fill-in-visit/fill-in-visit.js';
import { openAt } from '../fill-in-visit/open-visit.js';
import { writingBy } from '../fill-in-visit/writing.examples.js';
import { nameInspectors } from '../plan-visit/name-inspectors.js';
import { planVisit } from '../plan-visit/plan-visit.js';
import { planRound } from '../plan-round/plan-round.js';
import { cancelVisit, missVisit, moveVisit } from '../put-off-visit/put-off-visit.js';
import { closeRound, rescopeRound } from '../rescope-round/rescope-round.js';
import { groundOf } from '../round/ground.examples.js';
import { rounds } from '../round/round.js';
import { reopenVisit, signVisit, submitVisit } from '../submit-visit/submit-visit.js';
import { checklist, histories } from '../visit/histories.examples.js';
import { asHead, asMember, asStranger } from '../visit/standing.examples.js';
import { visits } from '../visit/visit.js';
import { tableUnder } from './readme.examples.js';

it('the README says what every command does to a round in every status', () => {
  const commands = {
    PlanRound: planRound(
      { ...planningRound, title: 'Another' },
      officer,
      groundOf(...planningRound.units),
      true,
    ),
    RescopeRound: rescopeRound(rescoping, officer, groundOf(...rescoping.added)),
    CloseRound: closeRound(closing, officer, visitDay),
  };
  const all = [[], [roundPlanned, roundScoped], [roundPlanned, roundScoped, roundClosed]];
  expect(tableUnder('A round')).toEqual(driven(rounds, commands, all));
});

it('the README says what every command does to a visit in every status', () => {
  // Each differs from what is in the histories: a repeat is silence in every status.
  const round = [roundPlanned, roundScoped].reduce(rounds.evolve, rounds.initial);
  const around = { round, hasTeam: true, hasChecklist: true, isUnitThere: true };
  const now = { today: visitDay, now: plannedAt, standing: asStranger };
  const entry = { entryId: personMet.entryId, at: seenAt, met: { name: personMet.name } };
  const commands = {
    PlanVisit: planVisit({ ...planning, on: laterDay }, officer, now, around),
    NameInspectors: nameInspectors({ ...naming, inspectors: [substitute] }, officer, asStranger, [asMember]),
    MoveVisit: moveVisit(moving, officer, visitDay, asStranger),
    CancelVisit: cancelVisit({ ...cancelling, reason: 'Another' }, officer, asStranger),
    MissVisit: missVisit({ ...missing, reason: 'Another' }, officer, visitDay, asStranger),
    OpenVisit: openAt(seenAt, inspector, asMember, seenAt),
    AnswerItem: recordEntry(visitId, entry, writingBy()),
    SubmitBatch: submitBatch({ visitId, openedAt: seenAt, entries: [entry] }, writingBy()),
    SignVisit: signVisit(inspector, asHead, checklist),
    SubmitVisit: submitVisit(inspector, asMember, checklist),
    ReopenVisit: reopenVisit(reopening, officer, asStranger),
  };
  expect(tableUnder('A visit')).toEqual(driven(visits, commands, histories));
});

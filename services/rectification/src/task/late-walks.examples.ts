import { contest, lookBack } from '@redress/contracts/rectification/aftermath.examples';
import { proposeCircular, proposeTalk, remind } from '@redress/contracts/rectification/escalation.examples';
import {
  colleague,
  inspector,
  lead,
  leadingGroup,
  leadUnit,
  officer,
  responsible,
  stranger,
  supporter,
} from '@redress/contracts/rectification/people.examples';
import { ask, attach, giveBack, reassign, report } from '@redress/contracts/rectification/task.examples';
import type { Actor } from '@redress/contracts/envelope';
import type { EntryId } from '@redress/contracts/values';
import fc from 'fast-check';
import { clerk, lateRules, lister } from './late-steps.examples.js';
import type { Step } from './walked.examples.js';
import { along, anyStep, at } from './walks.examples.js';

type Name = keyof ReturnType<typeof lateRules>;
const late = (name: Name, actor: Actor, entryId: EntryId): Step => ({
  name,
  actor,
  rule: lateRules(entryId)[name],
});

/** Another one of the office, who wrote nothing of what is contested. */
const ofTheGroup = { ...leadingGroup, unit: inspector.unit };

const actors: readonly Actor[] = [
  lead,
  clerk,
  supporter,
  stranger,
  officer,
  colleague,
  inspector,
  leadingGroup,
  ofTheGroup,
  { ...ofTheGroup, person: officer.person },
  { ...inspector, person: lister },
  { ...inspector, person: responsible },
  { ...inspector, unit: leadUnit },
  { role: 'inspection', unit: inspector.unit },
];

const [talk, circular, other] = [proposeTalk.entryId, proposeCircular.entryId, remind.entryId];
const entries = [talk, circular, other, contest.entryId, lookBack.entryId, ask.entryId];
const names = Object.keys(lateRules(talk)).filter((name) => name !== 'takeBack') as Name[];
const anyLate = fc
  .tuple(fc.constantFrom(...names), fc.constantFrom(...actors), fc.constantFrom(...entries))
  .map((parts) => late(...parts));

/** What may well come between; to be taken back ends the walk, and comes seldom. */
const turn = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.constantFrom(
      late('drawYellow', colleague, other),
      late('drawRed', colleague, other),
      late('appeal', lead, talk),
      late('withdrawCard', leadingGroup, talk),
      late('proposeTalk', officer, other),
      late('proposeCircular', officer, circular),
      late('approve', { ...ofTheGroup, person: officer.person }, talk),
      late('approve', leadingGroup, other),
      late('refuseStep', leadingGroup, other),
      late('carryOut', officer, talk),
      late('carryOut', officer, circular),
      late('contest', lead, contest.entryId),
      late('uphold', officer, contest.entryId),
      late('uphold', { ...inspector, person: lister }, contest.entryId),
      late('changeIt', ofTheGroup, contest.entryId),
      late('askUnsigned', clerk, ask.entryId),
      late('sign', clerk, ask.entryId),
      late('lookEarly', inspector, other),
      at('giveBack', lead, giveBack.entryId),
      at('reassignToLead', officer, reassign.entryId),
      at('verify', inspector),
      at('reject', inspector),
      at('reopen', officer),
    ),
  },
  { weight: 1, arbitrary: fc.constant(late('takeBack', inspector, contest.entryId)) },
);

/** A task that is contested, runs late, is talked about, closed, and looked at again; some come too early, or twice. */
const theWay: readonly Step[] = [
  at('assign', officer),
  late('remind', officer, remind.entryId),
  late('contest', lead, contest.entryId),
  late('contest', lead, other),
  late('drawRed', colleague, talk),
  late('proposeTalk', officer, talk),
  late('proposeTalk', officer, other),
  late('carryOut', officer, talk),
  late('approve', leadingGroup, talk),
  late('carryOut', officer, talk),
  late('proposeTalk', officer, other),
  late('refuseStep', leadingGroup, other),
  late('proposeCircular', officer, circular),
  late('approve', leadingGroup, circular),
  late('appeal', lead, talk),
  at('accept', lead),
  at('plan', lead),
  at('report', lead, report.entryId),
  at('attach', lead, attach.entryId),
  late('askUnsigned', clerk, ask.entryId),
  at('verify', inspector),
  late('sign', lead, ask.entryId),
  at('verify', inspector),
  at('skip', officer),
  at('close', officer),
  late('lookEarly', inspector, other),
  late('lookBack', inspector, lookBack.entryId),
  at('reopen', officer),
];
export const lateWalk = along(
  theWay,
  fc.oneof(
    { weight: 1, arbitrary: anyStep },
    { weight: 2, arbitrary: anyLate },
    { weight: 4, arbitrary: turn },
  ),
);
/** One that a review ends early or late, and to which anything is tried after that. */
export const takenBackWalk = fc
  .tuple(lateWalk, fc.nat())
  .map(([steps, place]) =>
    steps.toSpliced(place % steps.length, 0, late('takeBack', inspector, contest.entryId)),
  );

import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '@redress/contracts/envelope';
import { type PlanRound, ROUND_LIMIT, type RoundRejection } from '@redress/contracts/inspection/plan-round';
import type { RoundEvent } from '@redress/contracts/inspection/round.events';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { type Ground, unfit } from '../round/ground.js';
import type { KnownRound, Round } from '../round/round.js';
import { partsOf, scopeOf } from '../round/scope.js';

/** The office plans a round: its units are frozen, and with them who sees which. */
export const planRound =
  (command: PlanRound, actor: Actor, ground: Ground, hasChecklist: boolean) =>
  (round: Round): Decision<RoundEvent, RoundRejection> => {
    if (actor.role !== 'office') return reject('not-the-office');
    const { roundId, title, from, until, checklistId, checklistVersion, units, tree, pairing } = command;
    if ((units === undefined) === (tree === undefined)) return reject('scope-unclear');
    if (round.status !== 'unknown') return isTheSame(command, round) ? [] : reject('round-is-another');
    if (until < from) return reject('ends-before-it-begins');
    if (!hasChecklist) return reject('no-such-checklist');
    if (ground.units.length === 0) return reject('nothing-in-scope');
    if (ground.units.length > ROUND_LIMIT) return reject('too-many-units');
    const wrong = unfit(pairing, ground);
    if (wrong) return reject(wrong);

    const parts = partsOf(scopeOf(ground.units, pairing ?? ground.pairing));
    const planned: RoundEvent = {
      type: 'RoundPlanned',
      data: {
        roundId,
        title,
        from,
        until,
        checklistId,
        checklistVersion,
        ...(tree && { tree: { ...tree } }),
        pairedBy: pairing ? 'office' : 'teams',
        units: ground.units.length,
      },
    };
    const scoped = parts.map((groups, index): RoundEvent => {
      return { type: 'RoundScoped', data: { roundId, part: index + 1, parts: parts.length, groups } };
    });
    return [planned, ...scoped];
  };

/** What the tree or the teams say today may be another thing than it was: then only what was asked is compared. */
const isTheSame = (command: PlanRound, { plan, first }: KnownRound): boolean => {
  const { title, from, until, checklistId, checklistVersion, units, tree, pairing } = command;
  const asked = { title, from, until, checklistId, checklistVersion, tree };
  const told = Object.fromEntries(
    Object.keys(asked).map((field) => [field, plan[field as keyof typeof plan]]),
  );
  if (!isDeepStrictEqual(plain(asked), plain(told))) return false;
  if ((pairing ? 'office' : 'teams') !== plan.pairedBy) return false;
  const named = units ?? [...first.keys()];
  const scope = pairing ? scopeOf(named, pairing) : first;
  return isDeepStrictEqual(new Set(named), new Set(first.keys())) && isDeepStrictEqual(scope, first);
};

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

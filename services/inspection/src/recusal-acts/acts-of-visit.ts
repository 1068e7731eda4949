import type { Plain, Recorded } from '@redress/contracts/event';
import { knownThen } from '@redress/contracts/inspection/known-then';
import type { RecusalCheck } from '@redress/contracts/inspection/recusal';
import type { Act, ActKind } from '@redress/contracts/inspection/recusal-acts';
import type { VisitEvent } from '@redress/contracts/inspection/visit.events';
import type { Day, Instant, PersonId } from '@redress/contracts/values';
import { checkKey } from '../visit/visit.js';

type Happened = VisitEvent & Recorded;
type One = {
  readonly act: ActKind;
  readonly person?: PersonId;
  readonly by?: PersonId;
  readonly at: Instant;
};

/** What an inspector who heads the team does in planning; of the office, nothing is asked about that. */
const PLANNING: Readonly<Partial<Record<VisitEvent['type'], ActKind>>> = {
  VisitPlanned: 'planned',
  VisitMoved: 'put-off',
  VisitCancelled: 'put-off',
  VisitMissed: 'put-off',
};

/**
 * Who acted in a visit, from its history: each with the last check of the same person and day up to the act. What somebody
 * did several times on a day, as far as was known the same, is one. A unit that looks at itself judges nobody.
 */
export const actsOfVisit = (history: readonly Happened[], dayOf: (at: Instant) => Day): readonly Act[] => {
  const [first] = history;
  if (first?.type !== 'VisitPlanned' || first.data.kind === 'self-check') return [];
  const { visitId, unit, roundId } = first.data;
  const checks = new Map<string, Plain<RecusalCheck>>();
  const found = new Map<string, Act>();
  for (const event of history) {
    for (const check of checksWith(event, history)) checks.set(checkKey(check.person, check.on), check);
    for (const { act, person, by, at } of actsIn(event, dayOf)) {
      const on = act === 'named' ? (checkOfNaming(event, person)?.on ?? dayOf(at)) : dayOf(at);
      const check = checks.get(checkKey(person, on));
      const known = check && { known: knownThen(check) };
      const key = JSON.stringify([act, person, by, on, known]);
      const before = found.get(key);
      found.set(key, {
        act,
        ...(person && { person }),
        ...(by && { by }),
        on,
        at: before && before.at < at ? before.at : at,
        recordedAt: event.recordedAt,
        times: (before?.times ?? 0) + 1,
        units: [unit],
        caseId: event.correlationId,
        ...(roundId && { roundId }),
        visitId,
        ...known,
      });
    }
  }
  return [...found.values()];
};

/** In the event itself; of the first one, which nothing precedes, in what was recorded with it. */
const checksWith = (event: Happened, history: readonly Happened[]): readonly Plain<RecusalCheck>[] => {
  if (event.type === 'InspectorsNamed') return event.data.checks;
  if (event.type === 'RecusalChecked') return [event.data.check];
  const [, next] = history;
  const isFirst = event.revision === 0 && next?.causationId === event.causationId;
  return isFirst && next.type === 'RecusalChecked' ? [next.data.check] : [];
};

const checkOfNaming = (event: Happened, person: PersonId | undefined): Plain<RecusalCheck> | undefined =>
  event.type === 'InspectorsNamed' ? event.data.checks.find((check) => check.person === person) : undefined;

const actsIn = (event: Happened, dayOf: (at: Instant) => Day): readonly One[] => {
  const { actor, happenedAt: at } = event;
  const acted = (act: ActKind, when = at): One => ({
    act,
    ...(actor.person && { person: actor.person }),
    at: when,
  });
  switch (event.type) {
    case 'InspectorsNamed':
      return event.data.inspectors.map((person) => ({
        act: 'named',
        person,
        ...(actor.person && { by: actor.person }),
        at,
      }));
    case 'VisitPlanned':
    case 'VisitMoved':
    case 'VisitCancelled':
    case 'VisitMissed': {
      const act = PLANNING[event.type];
      return act && actor.role === 'inspection' ? [acted(act)] : [];
    }
    case 'VisitOpened':
      return [acted('opened', event.data.at)];
    case 'EntriesRecorded':
      return event.data.entries.flatMap((entry) => [
        acted('filled-in', entry.at),
        // What was written on another day is sent on this one.
        ...(dayOf(entry.at) === dayOf(at) ? [] : [acted('sent')]),
      ]);
    case 'VisitSigned':
      return [acted('signed')];
    case 'VisitSubmitted':
      return [acted('submitted')];
    case 'VisitReopened':
      return [acted('given-back')];
    case 'RecusalChecked':
      return [];
  }
};

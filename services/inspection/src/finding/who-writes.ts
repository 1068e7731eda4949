import type { Actor } from '@redress/contracts/envelope';
import type { FindingRejection } from '@redress/contracts/inspection/finding-words';
import type { RecusalOfEvent } from '@redress/contracts/inspection/recusal';
import type { Day, PersonId } from '@redress/contracts/values';
import { type Decision, reject } from '@redress/eventsourcing/decision';
import { isRecused } from '../recusal/recusal.js';
import type { Standing } from '../visit/standing.js';
import type { KnownVisit } from '../visit/visit.js';

/** Who acts on a finding, and how they stand to its visit on the day of the act. */
export type Writer = { readonly actor: Actor; readonly standing: Standing };

/** What an event keeps of that. */
export type Act = { readonly by: PersonId; readonly on: Day; readonly recusal: RecusalOfEvent };

type Refused = Extract<Decision<never, FindingRejection>, { rejected: unknown }>;

/** An inspector of the visit, or who heads the team, who is in it on that day and has no conflict that nobody lifted. */
export const asWriter = (visit: KnownVisit, { actor, standing }: Writer): Act | Refused => {
  const { role, person } = actor;
  if (role !== 'inspection' || !person) return reject('not-an-inspector-of-the-visit');
  if (standing.part !== 'head' && !visit.inspectors.includes(person))
    return reject('not-an-inspector-of-the-visit');
  if (!standing.part) return reject('not-in-the-team');
  return cleared(person, standing);
};

/** Who heads the team, or the office. */
export const asIssuer = ({ actor, standing }: Writer): Act | Refused => {
  const { role, person } = actor;
  const may = role === 'office' || (role === 'inspection' && standing.part === 'head');
  return may && person ? cleared(person, standing) : reject('may-not-issue');
};

const cleared = (person: PersonId, { on, check }: Standing): Act | Refused =>
  !check || isRecused(check) ? reject('recused') : { by: person, on, recusal: check };

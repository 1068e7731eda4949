import { PERSONAL_EVENTS, type PersonalEvent } from '@redress/contracts/directory/personal-data';
import type { Actor } from '@redress/contracts/envelope';
import type { KeyId, PersonId, Position } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import type { Services } from '@redress/edge/services';

/** What every service keeps about a person, one after the other, in the order of its log. */
export const allAbout = async (
  services: Services,
  personId: PersonId,
  keys: readonly KeyId[],
  actor: Actor,
): Promise<readonly PersonalEvent[]> => {
  const all: PersonalEvent[] = [];
  for (const query of Object.values(PERSONAL_EVENTS)) {
    let after: Position | undefined;
    do {
      const asked = { personId, keys, ...(after !== undefined && { after }) };
      const { events, next } = found(await services.ask(query, asked, actor));
      all.push(...events);
      after = next;
    } while (after !== undefined);
  }
  return all;
};

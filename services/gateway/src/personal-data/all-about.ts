import { KEEPERS } from '@redress/contracts/directory/erasure';
import { type PersonalEvent, personalEventsOf } from '@redress/contracts/directory/personal-data';
import type { Actor } from '@redress/contracts/envelope';
import type { KeyId, PersonId, Position } from '@redress/contracts/values';
import { found } from '@redress/edge/problems';
import type { Services } from '@redress/edge/services';

/** The other service whose events say who acted. */
const OTHERS = ['rectification'];

/** What every service keeps about a person, one after the other, in the order of its log. */
export const allAbout = async (
  services: Services,
  personId: PersonId,
  keys: readonly KeyId[],
  actor: Actor,
): Promise<readonly PersonalEvent[]> => {
  const all: PersonalEvent[] = [];
  for (const service of [...KEEPERS, ...OTHERS]) {
    const query = personalEventsOf(service);
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

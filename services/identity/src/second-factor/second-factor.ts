import { POST_ROLES, type PostRole } from '@redress/contracts/directory/roles';
import type { PersonId } from '@redress/contracts/values';
import type { Account } from '../account/account.js';
import type { People } from '../people/people.js';

/**
 * Who has to have a second factor: whoever may act in a role that `REDRESS_SECOND_FACTOR_FOR` names, such as
 * `operator,office`. Who comes from a provider is the provider's matter.
 */
export class SecondFactor {
  private readonly roles: readonly PostRole[];

  /** @throws RangeError when a role is named that there is not. */
  constructor(
    private readonly people: People,
    set = process.env['REDRESS_SECOND_FACTOR_FOR'],
  ) {
    const named = (set ?? '').split(',').map((role) => role.trim());
    this.roles = named.filter((role) => role !== '').map(known);
  }

  async isRequiredOf(person: PersonId, { operates }: Pick<Account, 'operates'>): Promise<boolean> {
    if (this.roles.length === 0) return false;
    if (operates && this.roles.includes('operator')) return true;
    return (await this.people.postsOf(person)).some(({ role }) => this.roles.includes(role));
  }
}

const known = (role: string): PostRole => {
  const found = POST_ROLES.find((one) => one === role);
  if (found) return found;
  throw new RangeError(
    `REDRESS_SECOND_FACTOR_FOR must name roles with commas between them (${POST_ROLES.join(', ')}); ${JSON.stringify(role)} is none`,
  );
};

import { Ability } from '@casl/ability';
import { type Role, ROLES } from '@redress/contracts/envelope';
import { type Grants, POLICY, type Reach } from './policy.js';

type Rights = Ability<[string, Reach]>;

/** Whether a role may say or ask something at all: what is decided before a rule sees to what is somebody's own. */
export class Authorisation {
  private readonly rights: ReadonlyMap<Role, Rights>;

  constructor(private readonly grants: Grants = POLICY) {
    this.rights = new Map(ROLES.map((role) => [role, rightsOf(role, grants)]));
  }

  /** How far a role may; undefined for not at all, and for a subject that the policy does not name. */
  reachOf(role: Role, subject: string): Reach | undefined {
    const rights = this.rights.get(role);
    if (rights?.can(subject, 'everything')) return 'everything';
    return rights?.can(subject, 'own') ? 'own' : undefined;
  }

  /** What a role is told that may not; undefined when it may. */
  refusalOf(role: Role, subject: string): string | undefined {
    if (this.rights.get(role)?.can(subject, 'own')) return undefined;
    return this.grants[subject]?.otherwise ?? 'not-found';
  }
}

/** Who may for everything there is may for their own. */
const rightsOf = (role: Role, grants: Grants): Rights =>
  new Ability<[string, Reach]>(
    Object.entries(grants).flatMap(([action, { may }]) => {
      const reach = may[role];
      return reach ? [{ action, subject: reach === 'own' ? 'own' : ['everything', 'own'] }] : [];
    }),
  );

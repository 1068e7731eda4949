import { randomBytes, randomUUID } from 'node:crypto';
import type { Cast } from './cast.js';
import { dayFromNow, Wanted } from './values.js';
import type { World } from './world.js';

/** Words that the organisation has; what is no id of ours. */
const CODES: Readonly<Record<string, readonly string[]>> = {
  taskType: ['time-bound', 'immediate', 'ongoing'],
  severity: ['ordinary', 'minor', 'serious'],
  ground: ['secrecy', 'personal-matter'],
  itemId: ['minutes', 'register', 'hours', 'who-leads', 'what-else'],
  choice: ['head', 'nobody'],
  provider: ['campus'],
};
/** What is of the whole organisation: no unit's more than another's. */
const EVERYBODYS = /^(code|policyId|holidaysId|topicId|checklistId|teamId|roundId|deputy|tokenId)/;
const PEOPLE = /^(person|personId|responsible|inspector|signatorie|measureOwner)$/;
const UNITS = /^(unit|leadUnit|supportingUnit|added|removed|parent)$/;

/** What one sequence calls by names of its own: ids that it made up, and what answers gave it. */
export class Names {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly world: World,
    private readonly keep: (id: string) => void,
  ) {}

  set(name: string, value: string): void {
    this.known.set(name, value);
    this.world.remember(name, value);
  }

  /** What is no id, and no code. */
  takeOver(other: Names): void {
    for (const [name, value] of other.known)
      if (!/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|F[0-9a-f]{12})$/.test(value))
        this.known.set(name, value);
  }

  /** By a name, as `issueId`; made up when it is new. */
  local(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const made = name.startsWith('code') ? `F${randomBytes(6).toString('hex')}` : randomUUID();
    if (!EVERYBODYS.test(name)) this.keep(made);
    this.set(name, made);
    return made;
  }

  /** What a step says, with what its names stand for. */
  filled(value: unknown): unknown {
    if (typeof value === 'string')
      return value.replace(/\$([A-Za-z][\w-]*)(?::([\w-]+))?/g, (_, name: string, of?: string) =>
        of === undefined ? this.special(name) : this.ofWorld(this.world.cast, name, of),
      );
    if (Array.isArray(value)) return value.map((one) => this.filled(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.filled(part)]));
  }

  /** What was made up, with ids in place of those that are wanted; its texts are texts, whatever is in them. */
  placed(value: unknown): unknown {
    if (value instanceof Wanted) return this.wanted(value);
    if (Array.isArray(value)) return value.map((one) => this.placed(one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, this.placed(part)]));
  }

  private special(name: string): string {
    if (name === 'now') return new Date().toISOString();
    return name === 'setUpToken' ? this.world.setUpToken : this.local(name);
  }

  private ofWorld(cast: Cast, kind: string, of: string): string {
    return kind === 'day' ? dayFromNow(Number(of)) : cast.idOf(kind, of);
  }

  /** The one of this sequence or, as often, one that another made; else one that nobody knows. */
  private wanted({ name, format, nth }: Wanted): string {
    const some = this.candidates(name, format);
    const others = this.world.made.get(name) ?? [];
    const own = this.known.get(name);
    const all = [...(own !== undefined ? [own, own] : []), ...some, ...others.slice(0, 8)];
    const chosen = all[nth % (all.length + 1)];
    return chosen ?? (format === 'code' ? `F-nobody${String(nth)}` : randomUUID());
  }

  private candidates(name: string, format: string): readonly string[] {
    if (format === 'code') return CODES[name] ?? [];
    const { cast } = this.world;
    if (PEOPLE.test(name)) return cast.ids('person');
    if (UNITS.test(name)) return cast.ids('unit');
    return name === 'addressedTo' ? cast.ids('post') : [];
  }
}

import type { Cast, Who } from './cast.js';
import type { Answered } from './sender.js';

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** What one sequence makes, and the units that it concerns so far. */
export class Matter {
  readonly ids = new Set<string>();
  private readonly units = new Set<string>();

  constructor(private readonly belongings: Belongings) {}

  made(id: string): void {
    this.ids.add(id);
    this.belongings.put(id, this);
  }

  concerns(unit: string): void {
    this.units.add(unit);
  }

  isOf(unit: string): boolean {
    return this.units.has(unit);
  }
}

/** On these, anybody sees what units are answerable for, and whoever holds a receipt what became of the opinion. */
const PUBLIC = /^(notices|receipts)\./;

const around = (text: string, id: string): string =>
  text.slice(Math.max(0, text.indexOf(id) - 60), text.indexOf(id) + 60);

/** Which ids belong to which units, as far as anybody was told; and whether an answer shows one of them something of others. */
export class Belongings {
  private readonly matters = new Map<string, Matter>();
  private readonly placeOf: ReadonlyMap<string, string>;

  constructor(private readonly cast: Cast) {
    const [posts, units] = [cast.ids('post'), cast.ids('unit')];
    this.placeOf = new Map([
      ...units.map((unit) => [unit, unit] as const),
      ...posts.map((post, index) => [post, units[index] ?? ''] as const),
    ]);
  }

  put(id: string, matter: Matter): void {
    this.matters.set(id, matter);
  }

  /** Units and posts that are named in what somebody says, who may say it of any. */
  named(matter: Matter, said: string): void {
    for (const [id] of said.matchAll(UUID)) {
      const unit = this.placeOf.get(id);
      if (unit !== undefined) matter.concerns(unit);
    }
  }

  /** What an answer shows to somebody of a unit, that is not of that unit; one line each. */
  complaints(operation: string, who: Who, { status, bytes }: Answered): readonly string[] {
    const unit = this.cast.unitOf(who);
    if (unit === undefined || status >= 400 || PUBLIC.test(operation)) return [];
    const text = bytes.toString('utf8');
    const ids = new Set([...text.matchAll(UUID)].map(([id]) => id));
    return [...ids].flatMap((id) => {
      const matter = this.matters.get(id);
      return matter === undefined || matter.isOf(unit)
        ? []
        : [`${who} is shown what is of other units: ${around(text, id)}`];
    });
  }
}

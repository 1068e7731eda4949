import type { Recorded } from '@redress/contracts/event';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';

const CASES = 25;
/** More than a case has; of one that has more, the first so many are compared. */
const EVENTS = 200;

type AuditedRow = AnyRow & { readonly caseId: string; readonly recordedAt: string };

/** As the audit keeps them: by this name its rows are found, however they were made. */
const auditedEvents: Projection<never, AuditedRow> = {
  name: 'auditedEvents',
  version: 1,
  of: { name: 'audited', lifts: {} },
  indexes: [],
  search: [],
  on: {},
};

/** The events of some cases, picked by the ends of their ids, which are random: the lowest of all. */
export class CaseSample {
  private readonly cases = new Map<string, Set<string>>();
  private highest = '';

  get size(): number {
    return this.cases.size;
  }

  see({ correlationId, id }: Pick<Recorded, 'correlationId' | 'id'>): void {
    const key = keyOf(correlationId);
    const known = this.cases.get(key);
    if (known) known.add(id);
    else if (this.cases.size < CASES || key < this.highest) this.begin(key, id);
  }

  /** What the audit does not show of these cases, a line each. */
  async missingIn(file: string): Promise<readonly string[]> {
    const models = new SqliteReadModels(file);
    try {
      const lines = await Promise.all(
        [...this.cases].map(async ([key, ids]) => {
          const caseId = idOf(key);
          const query = { where: { caseId }, by: 'recordedAt', limit: EVENTS } as const;
          const held = new Set((await models.find(auditedEvents, query)).rows.map((row) => row.id));
          const missing = held.size >= EVENTS ? [] : [...ids].filter((id) => !held.has(id));
          return missing.map((id) => `the audit has no event ${id} of case ${caseId}`);
        }),
      );
      return lines.flat();
    } finally {
      models.close();
    }
  }

  /** One that is let go was never among the lowest: whoever stays has been seen from its first event on. */
  private begin(key: string, id: string): void {
    this.cases.set(key, new Set([id]));
    if (this.cases.size > CASES) this.cases.delete(this.highest);
    this.highest = [...this.cases.keys()].toSorted().at(-1) ?? '';
  }
}

const keyOf = (id: string): string => `${id.slice(-12)} ${id}`;
const idOf = (key: string): string => key.slice(13);

import type { DatabaseSync } from 'node:sqlite';
import { type Position, START } from '@redress/contracts/values';
import { RowTable, type Shape } from './row-table.js';
import { Statements } from './statements.js';

/** What a projection asks of the place where its rows are kept. */
type Asked = Shape & { readonly name: string; readonly version: number };

type Model = {
  readonly version: number;
  readonly shape: string;
  readonly position: Position;
  readonly generation: number;
};

/** How the rows are kept is remembered too: another index or search field also makes a model outdated. */
const shapeOf = ({ indexes, search }: Shape): string => JSON.stringify({ indexes, search });

/** Which models there are, how far each has come, and in which tables its rows are. */
export class ModelTable {
  private readonly statements: Statements;

  constructor(private readonly db: DatabaseSync) {
    this.statements = new Statements(db);
  }

  of(name: string): (Model & { readonly rows: RowTable }) | undefined {
    const model = this.statements
      .of('SELECT version, shape, position, generation FROM models WHERE name = ?')
      .get(name) as Model | undefined;
    return model && { ...model, rows: this.rowsOf(model.generation) };
  }

  isAsAskedFor(asked: Asked): boolean {
    const model = this.of(asked.name);
    return model?.version === asked.version && model.shape === shapeOf(asked);
  }

  /** An empty model that stands at START, of a generation that never was before. */
  make(name: string, asked: Omit<Asked, 'name'>): { readonly generation: number; readonly rows: RowTable } {
    const { generation } = this.statements
      .of('INSERT INTO models (name, version, shape, position) VALUES (?, ?, ?, ?) RETURNING generation')
      .get(name, asked.version, shapeOf(asked), START) as { generation: number };
    const rows = this.rowsOf(generation);
    rows.make(asked);
    return { generation, rows };
  }

  move(name: string, position: Position): void {
    this.statements.of('UPDATE models SET position = ? WHERE name = ?').run(position, name);
  }

  rename(from: string, to: string): void {
    this.statements.of('UPDATE models SET name = ? WHERE name = ?').run(to, from);
  }

  drop(name: string): void {
    this.of(name)?.rows.drop();
    this.statements.of('DELETE FROM models WHERE name = ?').run(name);
  }

  private rowsOf(generation: number): RowTable {
    return new RowTable(this.db, this.statements, generation);
  }
}

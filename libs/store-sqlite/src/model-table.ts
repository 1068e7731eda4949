import type { DatabaseSync } from 'node:sqlite';
import { type Position, START } from '@redress/contracts/values';
import type { Shape } from './layout.js';
import { RowTable } from './row-table.js';
import { Statements } from './statements.js';

/** What a projection asks of the place where its rows are kept. */
type Asked = Shape & { readonly name: string; readonly version: number };

type Model = {
  readonly version: number;
  readonly shape: string;
  readonly position: Position;
  readonly generation: number;
};

/** How the rows are kept is remembered too: another index, facet or search field also makes a model outdated. */
const shapeOf = ({ indexes, held, facets, search }: Shape): string =>
  JSON.stringify({ indexes, held, facets, search });

/** Which models there are, how far each has come, and in which tables its rows are. */
export class ModelTable {
  private readonly statements: Statements;

  constructor(
    private readonly db: DatabaseSync,
    private readonly few: number,
  ) {
    this.statements = new Statements(db);
  }

  of(name: string): (Model & { readonly rows: RowTable }) | undefined {
    const model = this.statements
      .of('SELECT version, shape, position, generation FROM models WHERE name = ?')
      .get(name) as Model | undefined;
    return model && { ...model, rows: this.rowsOf(model) };
  }

  isAsAskedFor(asked: Asked): boolean {
    const model = this.of(asked.name);
    return model?.version === asked.version && model.shape === shapeOf(asked);
  }

  /** An empty model that stands at START, of a generation that never was before. */
  make(name: string, asked: Omit<Asked, 'name'>): { readonly generation: number; readonly rows: RowTable } {
    const shape = shapeOf(asked);
    const { generation } = this.statements
      .of('INSERT INTO models (name, version, shape, position) VALUES (?, ?, ?, ?) RETURNING generation')
      .get(name, asked.version, shape, START) as { generation: number };
    const rows = this.rowsOf({ generation, shape });
    rows.make();
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

  /** Kept as they were made, which may be otherwise than is asked for now. */
  private rowsOf({ generation, shape }: Pick<Model, 'generation' | 'shape'>): RowTable {
    return new RowTable(this.db, this.statements, generation, JSON.parse(shape) as Shape, this.few);
  }
}

import { DatabaseSync } from 'node:sqlite';

const COLUMNS = ['status', 'isOpen', 'taskType', 'severity', 'card', 'leadUnit', 'responsible'];
const DATES = ['deadline', 'assignedAt'];

/** The same lines in a plain table, with a column and an index for whatever is asked, and the line as text beside. */
export class RawTable {
  #db;
  #prepared = new Map();

  constructor(file) {
    this.#db = new DatabaseSync(file);
    this.#db.exec('PRAGMA journal_mode = wal; PRAGMA synchronous = normal; PRAGMA cache_size = -32000');
  }

  fill(tasks) {
    const columns = [...COLUMNS, ...DATES];
    this.#db
      .exec(`CREATE TABLE tasks (n INTEGER PRIMARY KEY, id TEXT UNIQUE, ${columns.join(', ')}, line TEXT);
      CREATE TABLE has (field TEXT, key TEXT, deadline TEXT, id TEXT, n INTEGER);`);
    const insert = this.#db.prepare(`INSERT INTO tasks VALUES (${'?, '.repeat(columns.length + 2)}?)`);
    const hold = this.#db.prepare('INSERT INTO has VALUES (?, ?, ?, ?, ?)');
    this.#db.exec('BEGIN');
    for (const [n, task] of tasks.entries()) {
      const values = columns.map((column) =>
        column === 'isOpen' ? Number(task.isOpen) : (task[column] ?? null),
      );
      insert.run(n, task.id, ...values, JSON.stringify(task));
      for (const unit of Object.keys(task.units)) hold.run('units', unit, task.deadline, task.id, n);
      for (const topic of task.topics) hold.run('topics', topic, task.deadline, task.id, n);
    }
    for (const column of COLUMNS)
      for (const date of DATES)
        this.#db.exec(`CREATE INDEX ${column}_${date} ON tasks (${column}, ${date}, id)`);
    for (const date of DATES) this.#db.exec(`CREATE INDEX by_${date} ON tasks (${date}, id)`);
    this.#db.exec('CREATE INDEX has_in_order ON has (field, key, deadline, id, n); COMMIT; ANALYZE');
  }

  /** The first page where all that holds. */
  page({ equal, held = {}, sort, descending, limit }) {
    const way = descending ? 'DESC' : 'ASC';
    const holds = Object.entries(held).flat();
    const joined = Object.keys(held).map(
      (_, at) => `JOIN has AS h${at} ON h${at}.n = t.n AND h${at}.field = ? AND h${at}.key = ?`,
    );
    const conditions = Object.keys(equal).map((column) => `t.${column} = ?`);
    const sql = `SELECT t.line FROM tasks AS t ${joined.join(' ')} WHERE ${conditions.join(' AND ') || 'TRUE'} ORDER BY t.${sort} ${way}, t.id ${way} LIMIT ?`;
    const statement = this.#prepared.get(sql) ?? this.#db.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement.all(...holds, ...Object.values(equal), limit).map(({ line }) => JSON.parse(line));
  }

  close() {
    this.#db.close();
  }
}

import { type Imported, importRows } from '../import-rows/import-rows.js';
import type { Api } from '../http/api.js';
import { keyOf } from '../http/key.js';
import { Refusal } from '../http/refusal.js';
import { Trouble } from '../trouble.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { type Fault, isFault, type Row, rowsOf, survey } from '../table-file/table.js';
import { haveLeave, type LeaverOptions, leaversOf } from './leavers.js';
import { ORGANISATION_COLUMNS, type OrganisationColumn, type Placed, placedIn } from './organisation-row.js';
import { disagreement, type Unit, unitsIn } from './units.js';

/** First the units, a parent before those below it; then row by row the posts and who holds them. */
export const importOrganisation = async (
  path: string,
  settings: Settings,
  atOnce: number,
): Promise<Imported> => {
  const { table, rows } = await placedRows(path);
  const { api, token } = await signIn(settings);
  const units = new Map(unitsIn(rows).map((unit) => [unit.code, unit]));
  const refused = await establish(api, token, [...units.values()]);

  const read = (row: Row<OrganisationColumn>): Placed | Fault => {
    const placed = placedIn(row);
    if (isFault(placed)) return placed;
    const reason = refused.get(placed.unit.code);
    if (reason !== undefined) return { line: placed.line, column: 'unit_code', reason };
    return disagreement(units.get(placed.unit.code), placed) ?? placed;
  };
  const send = (placed: Placed): Promise<void> => fill(api, token, placed);
  return importRows(table, settings, { what: 'organisation', read, send, atOnce });
};

/** Whoever holds a post and is not in the file leaves it. A file of which a row is not understood does not say who is in it. */
export const leaveOrganisation = async (
  path: string,
  settings: Settings,
  options: LeaverOptions,
): Promise<string> => {
  const { rows, bad } = await placedRows(path);
  if (bad > 0) throw new Trouble(`${String(bad)} rows are bad: nobody leaves before they are mended`);
  const { api, token } = await signIn(settings);
  const leaving = await leaversOf(api, token, rows, new Date().toISOString().slice(0, 10));
  return haveLeave(api, token, leaving, options);
};

const placedRows = async (path: string) => {
  const table = await survey<OrganisationColumn>(path, ORGANISATION_COLUMNS);
  const rows: Placed[] = [];
  let bad = 0;
  for await (const row of rowsOf(table)) {
    const placed = isFault(row) ? row : placedIn(row);
    if (isFault(placed)) bad += 1;
    else rows.push(placed);
  }
  return { table, rows, bad };
};

/** Which units the server refuses, and why. */
const establish = async (
  api: Api,
  token: string,
  units: readonly Unit[],
): Promise<ReadonlyMap<string, string>> => {
  const refused = new Map<string, string>();
  for (const { code, name, parent, from } of units)
    try {
      await put(api, token, `/units/${encodeURIComponent(code)}`, { name, ...(parent && { parent }), from });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(code, `the server refuses the unit: ${error.message}`);
    }
  return refused;
};

const fill = async (api: Api, token: string, { unit, post, holder, from }: Placed): Promise<void> => {
  if (!post) return;
  const at = `/posts/${encodeURIComponent(post.code)}`;
  const { title, role, heads } = post;
  await put(api, token, at, { unit: unit.code, title, role, ...(heads && { heads }), from });
  if (!holder) return;
  const rosterNumber = encodeURIComponent(holder.rosterNumber);
  await put(api, token, `/people/${rosterNumber}`, { name: holder.name });
  const until = holder.until === undefined ? {} : { until: holder.until };
  await put(api, token, `${at}/holders/${rosterNumber}`, { from, ...until });
};

const put = (api: Api, token: string, path: string, body: object): Promise<unknown> =>
  api.ask({ method: 'PUT', path, token, key: keyOf(body), body });

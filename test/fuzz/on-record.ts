import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { World } from './world.js';

const DOCS = fileURLToPath(new URL('../../docs/personal-data.md', import.meta.url));
const HEADING = '## Whoever reads it is on record';

/** The routes of the table under that heading. */
export const routesInDocs = (): readonly string[] => {
  const [, section = ''] = readFileSync(DOCS, 'utf8').split(HEADING);
  return [...section.matchAll(/^\| `([A-Z]+ [^`]+)`/gm)].map(([, route]) => route ?? '').toSorted();
};

type Page = { readonly rows: readonly { readonly route: string }[]; readonly next?: string };

/** The routes by which somebody was shown personal data so far, each once. */
export const routesOnRecord = async (world: World): Promise<readonly string[]> => {
  const headers = { authorization: `Bearer ${world.cast.tokenOf('auditor') ?? ''}` };
  const routes = new Set<string>();
  let cursor: string | undefined;
  do {
    const path = `/api/readings?limit=200${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const asked = { operation: 'readings.list', who: 'auditor', method: 'GET', path, headers };
    const page = (await world.sender.send(asked)).json as Page;
    for (const { route } of page.rows) routes.add(route);
    cursor = page.next;
  } while (cursor !== undefined);
  return [...routes].toSorted();
};

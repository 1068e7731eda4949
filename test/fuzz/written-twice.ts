import type { World } from './world.js';

type Written = {
  readonly service: string;
  readonly stream: string;
  readonly revision: number;
  readonly causationId: string;
};
type Page = { readonly rows: readonly Written[]; readonly next?: string };

/**
 * Streams to which one cause led twice. What is decided at once is appended at once, so its events have revisions that follow each
 * other; what a repeat adds comes later, when others are between, or at the end.
 */
export const writtenTwice = async (world: World): Promise<readonly string[]> => {
  const revisions = new Map<string, number[]>();
  for await (const { service, stream, revision, causationId } of eventsOf(world)) {
    const key = `${service} ${stream} ${causationId}`;
    revisions.set(key, [...(revisions.get(key) ?? []), revision]);
  }
  return [...revisions].filter(([, some]) => !isOneAppend(some)).map(([key]) => key);
};

const isOneAppend = (revisions: readonly number[]): boolean =>
  Math.max(...revisions) - Math.min(...revisions) === revisions.length - 1;

const eventsOf = async function* (world: World): AsyncGenerator<Written> {
  const authorization = `Bearer ${world.cast.tokenOf('auditor') ?? ''}`;
  let cursor: string | undefined;
  do {
    const more: string = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const asked = {
      operation: 'events.list',
      who: 'auditor',
      method: 'GET',
      path: `/api/events?limit=200${more}`,
    };
    const { json } = await world.sender.send({ ...asked, headers: { authorization } });
    const page = json as Page;
    yield* page.rows;
    cursor = page.next;
  } while (cursor !== undefined);
};

import { createInterface } from 'node:readline/promises';
import type { PostRow } from '@redress/contracts/directory/posts';
import type { PersonId } from '@redress/contracts/values';
import type { Api } from '../http/api.js';
import { inParallel } from '../http/in-parallel.js';
import { keyOf } from '../http/key.js';
import { Refusal } from '../http/refusal.js';
import { Trouble } from '../trouble.js';
import type { Placed } from './organisation-row.js';

/** Who holds a post and is not in the file. */
export type Leaver = { readonly post: string; readonly person: PersonId; readonly name?: string };

export type Leaving = { readonly leavers: readonly Leaver[]; readonly holders: number };

export type LeaverOptions = {
  readonly dryRun: boolean;
  /** Without being asked. */
  readonly yes: boolean;
  /** How many of a hundred may leave at once. */
  readonly atMost: number;
};

type Page = { readonly rows: readonly PostRow[]; readonly next?: string };

const AT_ONCE = 16;

/** Of all posts that somebody holds today without an end, those that the file does not give to whoever holds them. */
export const leaversOf = async (
  api: Api,
  token: string,
  rows: readonly Placed[],
  today: string,
): Promise<Leaving> => {
  const kept = await keptBy(api, token, rows, today);
  const holdings: Leaver[] = [];
  for (let cursor = ''; ;) {
    const page = await api.ask<Page>({ path: `/posts?limit=200${cursor}`, token });
    for (const { code, holders } of page.rows)
      for (const { person, name, until } of holders)
        if (until === undefined) holdings.push({ post: code, person, ...(name !== undefined && { name }) });
    if (page.next === undefined) break;
    cursor = `&cursor=${encodeURIComponent(page.next)}`;
  }
  const leavers = holdings.filter(({ post, person }) => !kept.has(`${post} ${person}`));
  return { leavers, holders: holdings.length };
};

/** Which person the file leaves in which post; whoever has a number that the server does not know holds none. */
const keptBy = async (
  api: Api,
  token: string,
  rows: readonly Placed[],
  today: string,
): Promise<ReadonlySet<string>> => {
  const posts = new Map<string, string[]>();
  for (const { post, holder } of rows)
    if (post && holder && (holder.until === undefined || holder.until >= today))
      posts.set(holder.rosterNumber, [...(posts.get(holder.rosterNumber) ?? []), post.code]);
  const kept = new Set<string>();
  await inParallel(posts, AT_ONCE, async ([rosterNumber, codes]) => {
    const path = `/people/${encodeURIComponent(rosterNumber)}`;
    try {
      const { person } = await api.ask<{ readonly person: PersonId }>({ path, token });
      for (const code of codes) kept.add(`${code} ${person}`);
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error;
    }
  });
  return kept;
};

/** Says why so many may not leave; undefined when they may. */
export const refusalOf = ({ leavers, holders }: Leaving, atMost: number): string | undefined =>
  leavers.length * 100 > holders * atMost
    ? `${String(leavers.length)} of ${String(holders)} holders would leave, more than ${String(atMost)} %: if that is meant, say --at-most`
    : undefined;

export const said = ({ post, person, name }: Leaver): string => `${post}: ${name ?? person}`;

/**
 * Has them leave today, unless it is only to be seen who that is, or somebody says no. Killed and begun again, whoever has left is no
 * holder any more.
 * @throws Trouble when too many would leave, or nobody is there to be asked
 */
export const haveLeave = async (
  api: Api,
  token: string,
  leaving: Leaving,
  { dryRun, yes, atMost }: LeaverOptions,
): Promise<string> => {
  const { leavers } = leaving;
  const count = String(leavers.length);
  for (const leaver of leavers)
    process.stderr.write(`${dryRun ? 'would leave' : 'leaves'} ${said(leaver)}\n`);
  const refusal = refusalOf(leaving, atMost);
  if (dryRun) return `${count} would leave.${refusal === undefined ? '' : ` ${refusal}.`}`;
  if (refusal !== undefined) throw new Trouble(refusal);
  if (leavers.length === 0) return 'Nobody leaves.';
  if (!yes && !(await agrees(`Shall ${count} leave their posts today? [y/N] `))) return 'Nobody leaves.';
  await inParallel(leavers, AT_ONCE, async ({ post, person }) => {
    const path = `/posts/${encodeURIComponent(post)}/holdings/${person}`;
    await api.ask({ method: 'DELETE', path, token, key: keyOf({ path, today: new Date().toDateString() }) });
  });
  return `${count} have left.`;
};

const agrees = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY)
    throw new Trouble('nobody is there to be asked: say --yes, or see with --dry-run who it is');
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await asking.question(question)).trim());
  } finally {
    asking.close();
  }
};

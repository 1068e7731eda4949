import type { CaseHistory } from '@redress/contracts/audit/case-history';
import type { PostRow } from '@redress/contracts/directory/posts';
import type { UnitRow } from '@redress/contracts/directory/units';
import type { Api } from '../http/api.js';
import { Refusal } from '../http/refusal.js';
import { Organisation } from '../run-cases/organisation.js';
import { Posts } from '../sign-in/posts.js';
import type { Settings } from '../sign-in/settings.js';
import { type SignedIn, signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

/** A history, and what the posts and units in it are called. */
export type Named = { readonly history: CaseHistory; readonly names: ReadonlyMap<string, string> };

export const readHistory = async (caseId: string, settings: Settings): Promise<Named> => {
  if (!/^[0-9a-f-]{36}$/.test(caseId)) throw new Trouble(`"${caseId}" is not the id of a case or an opinion`);
  const signedIn = await signIn(settings);
  const { api } = signedIn;
  const token = await tokenFor(signedIn);
  const history = await api.ask<CaseHistory>({ path: `/cases/${caseId}`, token }).catch((error: unknown) => {
    throw error instanceof Refusal ? new Trouble(`${caseId}: ${error.message}`) : error;
  });
  const [units, posts] = await Promise.all([
    allOf<UnitRow>(api, '/units', token),
    allOf<PostRow>(api, '/posts', token),
  ]);
  const names = new Map<string, string>();
  for (const { id, name } of units) names.set(id, name);
  for (const { id, title, holders } of posts) {
    names.set(id, title);
    for (const { person, name } of holders) if (name !== undefined) names.set(person, name);
  }
  return { history, names };
};

/** The operator reads no case, and so lets the auditor read it; others read as who they are. */
export const tokenFor = async ({ api, token, session }: SignedIn): Promise<string> =>
  session.actor.role === 'operator' ? (await new Organisation(new Posts(api, token)).auditor()).token : token;

const allOf = async <Row>(api: Api, path: string, token: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await api.ask<{ rows: Row[]; next?: string }>({ path: `${path}?limit=200${after}`, token });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined);
  return rows;
};

import { randomUUID } from 'node:crypto';
import type { ListTokens, TokenRow } from '@redress/contracts/directory/token-list';
import type { IssuedToken, IssueToken, RotateToken } from '@redress/contracts/directory/tokens';
import type { Asked } from '../http/api.js';
import { Refusal } from '../http/refusal.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

type Page = { readonly rows: readonly TokenRow[]; readonly next?: string };

const ask = async <Reply>(asked: Omit<Asked, 'token'>, settings: Settings): Promise<Reply> => {
  const { api, token } = await signIn(settings);
  try {
    return await api.ask<Reply>({ ...asked, token });
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`it is refused: ${error.message}`) : error;
  }
};

/** A new token for the holder of a post. The server tells its text this once. */
export const issueToken = (wanted: IssueToken, settings: Settings): Promise<IssuedToken> =>
  ask({ method: 'POST', path: '/tokens', key: randomUUID(), body: wanted }, settings);

/** The successor of a token; unless it is said which, of that with which it is asked. */
export const rotateToken = (
  { tokenId, ...how }: Partial<RotateToken>,
  settings: Settings,
): Promise<IssuedToken> => {
  const path = tokenId === undefined ? '/me/token/rotation' : pathOf(tokenId, '/rotation');
  return ask({ method: 'POST', path, key: randomUUID(), body: how }, settings);
};

export const revokeToken = (tokenId: string, reason: string, settings: Settings): Promise<unknown> =>
  ask({ method: 'DELETE', path: pathOf(tokenId), key: randomUUID(), body: { reason } }, settings);

/** All tokens, the first issued first. */
export const tokensThere = async (
  wanted: Pick<ListTokens, 'status'>,
  settings: Settings,
): Promise<readonly TokenRow[]> => {
  const rows: TokenRow[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const query = new URLSearchParams({ ...wanted, limit: '200', ...(cursor && { cursor }) });
    const page: Page = await ask({ path: `/tokens?${query.toString()}` }, settings);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
};

const pathOf = (tokenId: string, more = ''): string => {
  if (!/^[0-9a-f-]{36}$/.test(tokenId))
    throw new Trouble(`"${tokenId}" is not the id of a token; redress tokens lists them`);
  return `/tokens/${tokenId}${more}`;
};

import type { Instant } from '@redress/contracts/values';
import { type Imported, importRows } from '../import-rows/import-rows.js';
import { Organisation } from '../run-cases/organisation.js';
import { Posts } from '../sign-in/posts.js';
import type { Settings } from '../sign-in/settings.js';
import { type SignedIn, signIn } from '../sign-in/sign-in.js';
import { survey } from '../table-file/table.js';
import { Trouble } from '../trouble.js';
import { OPINION_COLUMNS, type OpinionColumn, opinionIn } from './opinion.js';
import { sendOpinion } from './send-opinion.js';

export const importOpinions = async (path: string, settings: Settings, atOnce: number): Promise<Imported> => {
  const table = await survey<OpinionColumn>(path, OPINION_COLUMNS);
  const signedIn = await signIn(settings);
  const token = await tokenFor(signedIn);
  const now = new Date().toISOString() as Instant;
  return importRows(table, settings, {
    what: 'opinions',
    read: (row) => opinionIn(row, now),
    send: (opinion) => sendOpinion(signedIn.api, token, opinion),
    atOnce,
  });
};

/** The operator sees no opinion, and so lets the office's clerk enter them; others enter them as who they are. */
const tokenFor = async ({ api, token, session }: SignedIn): Promise<string> => {
  const { role } = session.actor;
  if (role === 'operator') return (await new Organisation(new Posts(api, token)).office()).token;
  if ((role === 'office' || role === 'unit') && session.recordsPast) return token;
  throw new Trouble(
    'opinions are imported by the operator, or by the office or a unit with a token that may record the past',
  );
};

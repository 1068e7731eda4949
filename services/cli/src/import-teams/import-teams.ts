import type { TeamId } from '@redress/contracts/values';
import type { Api } from '../http/api.js';
import { keyOf } from '../http/key.js';
import { type Imported, importRows } from '../import-rows/import-rows.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { survey } from '../table-file/table.js';
import { TEAM_COLUMNS, type TeamColumn, type TeamLine, teamLineIn } from './team-row.js';

/** Row by row: the team, which the server takes for the one that is there, then who or what the row adds to it. */
export const importTeams = async (path: string, settings: Settings, atOnce: number): Promise<Imported> => {
  const table = await survey<TeamColumn>(path, TEAM_COLUMNS);
  const { api, token } = await signIn(settings);
  const lastOf = new Map<TeamId, Promise<void>>();
  // One row of a team after the other: each is written after the one before it in the team's history.
  const send = (line: TeamLine): Promise<void> => {
    const before = lastOf.get(line.teamId) ?? Promise.resolve();
    const sent = before.catch(() => undefined).then(() => form(api, token, line));
    lastOf.set(line.teamId, sent);
    return sent;
  };
  return importRows(table, settings, { what: 'teams', read: teamLineIn, send, atOnce });
};

const form = async (
  api: Api,
  token: string,
  { teamId, team, member, pairing, liaison }: TeamLine,
): Promise<void> => {
  const at = `/teams/${teamId}`;
  await put(api, token, at, team);
  if (member) {
    const { rosterNumber, ...membership } = member;
    const person = await personWith(api, token, rosterNumber);
    await put(api, token, `${at}/members/${person}`, membership);
  }
  if (pairing) {
    const { unit, ...span } = pairing;
    await put(api, token, `${at}/units/${unit}`, span);
  }
  if (liaison) {
    const { unit, rosterNumber, ...span } = liaison;
    const person = await personWith(api, token, rosterNumber);
    await put(api, token, `${at}/units/${unit}/liaisons/${person}`, span);
  }
};

const personWith = async (api: Api, token: string, rosterNumber: string): Promise<string> => {
  const path = `/people/${encodeURIComponent(rosterNumber)}`;
  return (await api.ask<{ readonly person: string }>({ path, token })).person;
};

const put = (api: Api, token: string, path: string, body: object): Promise<unknown> =>
  api.ask({ method: 'PUT', path, token, key: keyOf(body), body });

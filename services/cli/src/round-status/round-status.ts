import type { Coverage, UnseenUnit } from '@redress/contracts/inspection/coverage';
import type { RoundRow } from '@redress/contracts/inspection/round-list';
import type { TeamRow } from '@redress/contracts/inspection/team-list';
import { Refusal } from '../http/refusal.js';
import { textTable } from '../print/text-table.js';
import { tokenFor } from '../read-history/read-history.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

/** A round, how far it has come with all units that nobody has seen, and what its teams are called. */
export type RoundStatus = {
  readonly round: RoundRow;
  readonly coverage: Omit<Coverage, 'rows' | 'next'>;
  readonly unseen: readonly UnseenUnit[];
  readonly teams: Readonly<Record<string, string>>;
};

export const roundStatus = async (roundId: string, settings: Settings): Promise<RoundStatus> => {
  if (!/^[0-9a-f-]{36}$/.test(roundId)) throw new Trouble(`"${roundId}" is not the id of a round`);
  const signedIn = await signIn(settings);
  const token = await tokenFor(signedIn);
  const ask = <Reply>(path: string): Promise<Reply> => signedIn.api.ask<Reply>({ path, token });
  try {
    const round = await ask<RoundRow>(`/rounds/${roundId}`);
    const unseen: UnseenUnit[] = [];
    let { rows, next, ...coverage } = await ask<Coverage>(`/rounds/${roundId}/coverage?limit=200`);
    unseen.push(...rows);
    while (next !== undefined) {
      ({ rows, next, ...coverage } = await ask<Coverage>(
        `/rounds/${roundId}/coverage?limit=200&cursor=${next}`,
      ));
      unseen.push(...rows);
    }
    const named = coverage.teams.flatMap(({ team }) => team ?? []);
    const teams = await Promise.all(
      named.map((team) => ask<TeamRow>(`/teams/${team}?on=${round.from}`).catch(() => undefined)),
    );
    const names = teams.flatMap((team) => (team ? [[team.id, team.name] as const] : []));
    return { round, coverage, unseen, teams: Object.fromEntries(names) };
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`${roundId}: ${error.message}`) : error;
  }
};

export const coverageText = ({ round, coverage, unseen, teams }: RoundStatus): string =>
  [
    `${round.title}, ${round.from} to ${round.until}, ${round.status}: ${share(coverage)} seen, ${String(coverage.selfChecked)} checked themselves.`,
    '',
    textTable(
      ['team', 'units', 'seen'],
      coverage.teams.map(({ team, units, seen }) => [
        team === undefined ? NO_TEAM : (teams[team] ?? team),
        String(units),
        String(seen),
      ]),
    ),
    ...(unseen.length > 0 ? ['', 'Nobody has seen:', ...unseen.map(({ unit, name }) => name ?? unit)] : []),
  ].join('\n');

const NO_TEAM = '–';

const share = ({ seen, units }: Pick<Coverage, 'seen' | 'units'>): string =>
  `${String(seen)}/${String(units)}`;

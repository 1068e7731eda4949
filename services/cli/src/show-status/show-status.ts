import type { ServiceHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import { Refusal } from '../http/refusal.js';
import { textTable } from '../print/text-table.js';
import { lengthOf } from '../progress/length-of.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

/** How all services are. */
export const statusOf = async (settings: Settings): Promise<Status> => {
  const { api, token } = await signIn(settings);
  try {
    return await api.ask<Status>({ path: '/status', token });
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`no status: ${error.message}`) : error;
  }
};

const HEADING = [
  'service',
  'events',
  'read models behind',
  'relay behind',
  'waiting',
  'given up',
  'memory',
  'up for',
];

export const statusText = ({ ready, missing, services }: Status): string =>
  [
    textTable(HEADING, services.map(cellsOf)),
    '',
    ready ? 'Everything answers.' : `Does not answer: ${missing.join(', ')}.`,
  ].join('\n');

const cellsOf = ({
  service,
  last,
  projections,
  relay,
  reactions,
  rssBytes,
  uptimeSeconds,
}: ServiceHealth) => [
  service,
  String(Number(last)),
  projections.length === 0 ? '–' : sumOf(projections.map(({ lag }) => lag)),
  relay ? String(relay.lag) : '–',
  reactions.length === 0 ? '–' : sumOf(reactions.map(({ pending }) => pending)),
  reactions.length === 0 ? '–' : sumOf(reactions.map(({ deadLetters }) => deadLetters)),
  `${String(Math.round(rssBytes / 1_048_576))} MB`,
  lengthOf(uptimeSeconds * 1_000),
];

/** A question mark while the broker cannot be asked. */
const sumOf = (counts: readonly (number | undefined)[]): string =>
  counts.includes(undefined) ? '?' : String(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));

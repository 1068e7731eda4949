import type { AuditStatus } from '@redress/contracts/audit/status';
import type { ServiceHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import { Refusal } from '../http/refusal.js';
import { textTable } from '../print/text-table.js';
import { lengthOf } from '../progress/length-of.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { Trouble } from '../trouble.js';

/** How all services are, and what the audit holds of them unless it does not answer. */
export type Shown = Status & { readonly audit?: AuditStatus };

export const statusOf = async (settings: Settings): Promise<Shown> => {
  const { api, token } = await signIn(settings);
  try {
    const status = await api.ask<Status>({ path: '/status', token });
    if (status.missing.includes('audit')) return status;
    return { ...status, audit: await api.ask<AuditStatus>({ path: '/status/audit', token }) };
  } catch (error) {
    throw error instanceof Refusal ? new Trouble(`no status: ${error.message}`) : error;
  }
};

const HEADING = [
  'service',
  'events',
  'audited',
  'models behind',
  'relay behind',
  'waiting',
  'given up',
  'memory',
  'up for',
];

export const statusText = ({ ready, missing, services, audit }: Shown): string =>
  [
    textTable(
      HEADING,
      services.map((health) => cellsOf(health, audit)),
    ),
    '',
    ready ? 'Everything answers.' : `Does not answer: ${missing.join(', ')}.`,
  ].join('\n');

const cellsOf = (
  { service, last, projections, relay, reactions, rssBytes, uptimeSeconds }: ServiceHealth,
  audit: AuditStatus | undefined,
): readonly string[] => [
  service,
  relay ? String(Number(last)) : NONE,
  relay && audit ? String(Number(heldOf(audit, service))) : NONE,
  projections.length === 0 ? NONE : sumOf(projections.map(({ lag }) => lag)),
  relay ? String(relay.lag) : NONE,
  reactions.length === 0 ? NONE : sumOf(reactions.map(({ pending }) => pending)),
  reactions.length === 0 ? NONE : sumOf(reactions.map(({ deadLetters }) => deadLetters)),
  `${String(Math.round(rssBytes / 1_048_576))} MB`,
  lengthOf(uptimeSeconds * 1_000),
];

/** For a service that has no such thing. */
const NONE = '–';

/** Up to where the audit misses nothing. */
const heldOf = ({ services }: AuditStatus, name: string): string =>
  services.find(({ service }) => service === name)?.wholeUpTo ?? '';

/** A question mark while the broker cannot be asked. */
const sumOf = (counts: readonly (number | undefined)[]): string =>
  counts.includes(undefined) ? '?' : String(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));

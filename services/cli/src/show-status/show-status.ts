import type { AuditStatus } from '@redress/contracts/audit/status';
import type { Trouble as Wrong, ServiceHealth } from '@redress/contracts/health';
import type { ServiceTrouble, Status } from '@redress/contracts/readiness';
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

export const statusText = ({ ready, missing, troubles, services, audit }: Shown): string =>
  [
    textTable(
      HEADING,
      services.map((health) => cellsOf(health, audit)),
    ),
    '',
    ...(ready ? ['Everything answers.'] : []),
    ...(missing.length > 0 ? [`Does not answer: ${missing.join(', ')}.`] : []),
    ...troubles.map((trouble) => `${trouble.service}: ${wordsOf(trouble)}.`),
  ].join('\n');

type Words = (about: { readonly name: string; readonly seconds: string }) => string;

const WORDS: Readonly<Record<Wrong['what'], Words>> = {
  'store-cannot-be-read': () => 'its events cannot be read',
  'store-cannot-be-written': () => 'nothing can be added to its events; perhaps the disk is full',
  'rows-cannot-be-read': () => 'its rows cannot be read',
  'broker-does-not-answer': () => 'the broker does not answer it',
  'projection-is-behind': ({ name, seconds }) => `its read model ${name} is ${seconds} s behind`,
  'relay-is-behind': ({ seconds }) => `what it published is ${seconds} s behind`,
  'reaction-is-behind': ({ name, seconds }) =>
    `something waits for its reaction ${name}, which has done nothing for ${seconds} s`,
  'timer-is-late': ({ name }) => `its timer ${name} does not look any more`,
};

const wordsOf = ({ what, name = '', seconds = 0 }: ServiceTrouble): string =>
  WORDS[what]({ name, seconds: String(seconds) });

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

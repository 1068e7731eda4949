import type { AuditedEvent } from '@redress/contracts/audit/audited-event';
import type { Instant } from '@redress/contracts/values';
import { textTable } from '../print/text-table.js';
import type { Named } from './read-history.js';

const HEADING = ['recorded', 'happened', 'who', 'what', 'details'];
/** Of a text so much is shown. */
const SHOWN = 60;

/** A history for people: one line an event, in the order of recording. */
export const historyText = ({ history, names }: Named): string =>
  [
    textTable(
      HEADING,
      history.entries.map((entry) => cellsOf(entry, names)),
    ),
    '',
    history.complete
      ? `${String(history.entries.length)} events; nothing is missing.`
      : `${String(history.entries.length)} events; some before them have not arrived yet.`,
  ].join('\n');

const cellsOf = (entry: AuditedEvent, names: Named['names']): readonly string[] => [
  shown(entry.recordedAt),
  shown(entry.happenedAt),
  whoOf(entry, names),
  wordsOf(entry.type),
  detailsOf(entry),
];

/** To the second, in UTC. */
const shown = (moment: Instant): string => moment.slice(0, 19).replace('T', ' ');

const whoOf = ({ actor }: AuditedEvent, names: Named['names']): string => {
  const { role, post, unit, person, onBehalfOf } = actor;
  const named = (id: string | undefined): string => names.get(id ?? '') ?? id ?? '';
  const known = [post, unit].filter((id) => id !== undefined).map((id) => names.get(id) ?? id);
  const who = known.length > 0 ? known.join(', ') : role;
  return onBehalfOf ? `${who} (${named(person)} for ${named(onBehalfOf)})` : who;
};

/** `OpinionSubmitted` as `opinion submitted`. */
const wordsOf = (type: string): string => type.replace(/(?<=.)[A-Z]/g, ' $&').toLowerCase();

/** What people wrote and chose; ids are for `--json`. */
const detailsOf = ({ data }: AuditedEvent): string =>
  Object.entries(data)
    .flatMap(([name, value]) => (typeof value === 'string' && !isId(value) ? [`${name}: ${cut(value)}`] : []))
    .join('; ');

const isId = (text: string): boolean =>
  /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64})$/.test(text);

/** The beginning, on one line, without what would steer a terminal or turn its lines around. */
const cut = (text: string): string => {
  const characters = [...text.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')];
  return characters.length <= SHOWN ? characters.join('') : `${characters.slice(0, SHOWN).join('')}…`;
};

import type { ServiceHealth } from '@redress/contracts/health';
import type { Status } from '@redress/contracts/readiness';
import { textTable } from '../print/text-table.js';
import { percent } from './percent.js';

const HEADING = ['service', 'what', 'name', 'behind', 'given up', ''];

/** Whoever follows a log, a line each: how many events each is behind, and how many it gave up. */
export const lagText = ({ services }: Pick<Status, 'services'>): string =>
  textTable(HEADING, services.flatMap(linesOf));

const linesOf = ({
  service,
  relay,
  projections,
  reactions,
}: ServiceHealth): readonly (readonly string[])[] => [
  ...(relay ? [[service, 'relay', '', String(relay.lag), '', '']] : []),
  ...projections.map(({ name, lag, rebuild }) => [
    service,
    'projection',
    name,
    String(lag),
    '',
    rebuild ? `rebuild: ${rebuild.state === 'failed' ? 'failed' : percent(rebuild)}` : '',
  ]),
  ...reactions.map(({ name, pending, deadLetters }) => [
    service,
    'reaction',
    name,
    shown(pending),
    shown(deadLetters),
    '',
  ]),
];

/** Not known while the broker cannot be asked. */
const shown = (count: number | undefined): string => (count === undefined ? '?' : String(count));

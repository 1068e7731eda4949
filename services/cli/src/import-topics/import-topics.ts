import { topicIdOf } from '@redress/contracts/directory/ids';
import type { TopicPath } from '@redress/contracts/directory/topics';
import { keyOf } from '../http/key.js';
import { type Imported, importRows } from '../import-rows/import-rows.js';
import type { Settings } from '../sign-in/settings.js';
import { signIn } from '../sign-in/sign-in.js';
import { type Fault, type Row, survey } from '../table-file/table.js';

const COLUMNS = { needed: ['level1'], optional: ['level2', 'level3'] } as const;
type TopicColumn = 'level1' | 'level2' | 'level3';

export const importTopics = async (path: string, settings: Settings, atOnce: number): Promise<Imported> => {
  const table = await survey<TopicColumn>(path, COLUMNS);
  const { api, token } = await signIn(settings);
  return importRows(table, settings, {
    what: 'topics',
    read: topicIn,
    send: (topic) =>
      api.ask({ method: 'PUT', path: `/topics/${topicIdOf(topic)}`, token, key: keyOf(topic), body: topic }),
    atOnce,
  });
};

/** The topic of a row, or what is wrong with it. */
export const topicIn = ({ line, cells }: Row<TopicColumn>): TopicPath | Fault => {
  const { level1, level2, level3 } = cells;
  if (level1 === '') return { line, column: 'level1', reason: 'is empty' };
  if (level2 === '' && level3 !== '') return { line, column: 'level2', reason: 'is empty above a level3' };
  return { level1, ...(level2 !== '' && { level2 }), ...(level3 !== '' && { level3 }) };
};

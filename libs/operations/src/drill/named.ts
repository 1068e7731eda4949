import { join } from 'node:path';
import type { AnyRow, Projection } from '@redress/read-models/projection';
import { SqliteReadModels } from '@redress/store-sqlite/sqlite-read-models';
import { EVIDENCE } from '../backup/evidence.js';
import { filesBelow, sumOfFile } from '../backup/files.js';
import { hashOfFile } from '../evidence/source.js';

type AttachedRow = AnyRow & { readonly sha256: string };

/** As intake keeps them: what somebody attached who signed is sealed in the log, and open there until that person is erased. */
const attachedFiles: Projection<never, AttachedRow> = {
  name: 'attachedFiles',
  version: 1,
  of: { name: 'opinion', lifts: {} },
  indexes: [],
  search: [],
  on: {},
};

const PAGE = 500;

/** The files that submitters attached, by the rows of a system that has caught up. */
export const attachedIn = async (file: string): Promise<readonly string[]> => {
  const models = new SqliteReadModels(file);
  const hashes: string[] = [];
  try {
    let cursor: string | undefined;
    do {
      const page = await models.find(attachedFiles, { where: {}, by: 'sha256', limit: PAGE, cursor });
      hashes.push(...page.rows.map(({ sha256 }) => sha256).filter((hash) => /^[0-9a-f]{64}$/.test(hash)));
      cursor = page.next;
    } while (cursor !== undefined);
    return hashes;
  } finally {
    models.close();
  }
};

/** What of the files that are named is not in a data folder with its hash, a line each. */
export const notThere = async (named: ReadonlySet<string>, data: string): Promise<readonly string[]> => {
  const folder = join(data, EVIDENCE.slice('data/'.length));
  const left = new Set(named);
  const wrong: string[] = [];
  for (const name of filesBelow(folder)) {
    const hash = hashOfFile(name);
    if (!left.delete(hash)) continue;
    const { sha256 } = await sumOfFile(join(folder, name));
    if (sha256 !== hash) wrong.push(`the file ${hash} is not as it was stored`);
  }
  return [...wrong, ...[...left].map((hash) => `the file ${hash} is named, and is not there`)];
};

import type { OpinionId } from '@redress/contracts/values';
import type { ReadModels } from '@redress/read-models/read-models';
import { opinionDesk } from '../opinion-desk/opinion-desk.js';

const PAGE = 200;

/** Which opinions are marked as duplicates of another, as far as the desk has come. */
export const duplicatesOf = async (
  models: ReadModels,
  original: OpinionId,
): Promise<readonly OpinionId[]> => {
  const found: OpinionId[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const query = { where: { duplicateOf: original }, by: 'id', limit: PAGE, cursor } as const;
    const { rows, next } = await models.find(opinionDesk, query);
    found.push(...rows.map(({ id }) => id));
    cursor = next;
  }
  return found;
};

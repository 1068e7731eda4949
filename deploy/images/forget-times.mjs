import { lutimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The same content is the same image, whenever it was built. */
export const forgetTimes = (folder) => {
  for (const entry of readdirSync(folder, { recursive: true })) lutimesSync(join(folder, entry), 0, 0);
  lutimesSync(folder, 0, 0);
};

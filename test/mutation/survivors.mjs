// Survivors that are known, each with the reason why no spec can, or need, notice it.

import { readFileSync } from 'node:fs';

const listed = JSON.parse(readFileSync(new URL('survivors.json', import.meta.url), 'utf8'));

// Lines move, their text less; the same text may stand in a file twice, and each has a reason of its own.
const SAME = ['file', 'line', 'what', 'becomes'];
export const isSame = (one, other) => SAME.every((field) => one[field] === other[field]);

/** Those alive, each with its reason if it has one, and the reasons that nothing has. */
export const explained = (alive, files) => {
  const reasons = listed.filter(({ file }) => files.includes(file));
  const withReasons = alive.map((survivor) => {
    const at = reasons.findIndex((one) => isSame(one, survivor) && one.reason);
    return at < 0 ? survivor : { ...survivor, reason: reasons.splice(at, 1)[0].reason };
  });
  return { alive: withReasons, stale: reasons };
};

/** Reasons for what is nowhere. */
export const astray = (files) => listed.filter(({ file }) => !files.includes(file));

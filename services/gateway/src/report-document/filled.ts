import type { Run, Runs } from './model.js';

/** A sentence with its gaps filled, `{so}`; each by a figure or by words, whatever stands in those. */
export const filled = (sentence: string, gaps: Readonly<Record<string, Run | Runs | string>>): Runs =>
  sentence
    .split(/(\{[a-z0-9-]+\})/i)
    .filter((part) => part !== '')
    .flatMap((part): Runs => {
      if (!/^\{.+\}$/.test(part)) return [{ text: part }];
      const gap = gaps[part.slice(1, -1)];
      if (gap === undefined) throw new Error(`nothing fills ${part}`);
      if (typeof gap === 'string') return gap === '' ? [] : [{ text: gap }];
      return 'text' in gap ? [gap] : gap;
    });

export const textOf = (runs: Runs): string => runs.map(({ text }) => text).join('');

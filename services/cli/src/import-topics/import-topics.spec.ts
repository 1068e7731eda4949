import { expect, it } from '@jest/globals';
import { topicIn } from './import-topics.js';

const read = (level1: string, level2: string, level3: string) =>
  topicIn({ line: 5, number: 4, cells: { level1, level2, level3 } });

it('reads a topic down to the level it has', () => {
  expect(read('环境', '噪声', '施工')).toEqual({ level1: '环境', level2: '噪声', level3: '施工' });
  expect(read('环境', '噪声', '')).toEqual({ level1: '环境', level2: '噪声' });
  expect(read('环境', '', '')).toEqual({ level1: '环境' });
});

it('finds the level that is missing', () => {
  expect(read('', '噪声', '')).toEqual({ line: 5, column: 'level1', reason: 'is empty' });
  expect(read('环境', '', '施工')).toEqual({ line: 5, column: 'level2', reason: 'is empty above a level3' });
});

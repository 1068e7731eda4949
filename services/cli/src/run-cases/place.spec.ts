import { expect, it } from '@jest/globals';
import { cityOf, placeIn } from './place.js';

it.each([
  ['A3区西湖派出所民警拖欠贷款', 'A3区'],
  ['投诉B市到B9市的客车肆意涨价', 'B9市'],
  ['希望A市A3区麓景路上有公交车', 'A3区'],
  ['J10 县龙海镇贫困户咨询四方协议', 'J10县'],
  ['Street lamps out along the river path in A3区', 'A3区'],
  // Of two cities the first that is named, and only what lies in it.
  ['再次投诉G市A1区新城施工扰民', 'G市'],
  ['请求G市政府督促G8县政府解决问题', 'G8县'],
  ['希望C5市火车站到A8县火车站的铁路尽快动工', 'C5市'],
])('%s: %s', (title, place) => {
  expect(placeIn(title)).toBe(place);
});

it.each([
  '请求将暮云片区X109路公交车延长',
  '投诉“海阔天空KTV”噪声扰民',
  '中南汽车世界Q区违规建市场',
  '御景湾B区域项目',
  'The bus to HA3区 is late',
  '请尽快整顿B市场',
  '残疾人可以把福利提高一点吗？',
])('no place: %s', (title) => {
  expect(placeIn(title)).toBeUndefined();
});

it('knows in which city a place lies', () => {
  expect([cityOf('A3区'), cityOf('J10县'), cityOf('B市')]).toEqual(['A市', 'J市', undefined]);
});

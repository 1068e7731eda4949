import type { ChecklistContent } from '@redress/contracts/inspection/checklist';
import { atLeast, HOURS, judgement, PEOPLE, said, text, TIMES } from './item.js';

/** 规定动作: what every unit has to do in a stage, by numbers, and what it adds. */
export const requiredActions: ChecklistContent = {
  title: said('Required actions of a stage', '环节规定动作'),
  sections: [
    {
      title: said('Study', '学习'),
      items: [
        atLeast('sessions', said('Study sessions of the whole unit', '集中学习'), {
          measure: TIMES,
          least: 1,
          weight: 2,
          mustFind: true,
        }),
        atLeast(
          'hours',
          said('Hours of study of each member, the least of all', '每名成员学习时长（取最少者）'),
          {
            measure: HOURS,
            least: 40,
            weight: 3,
            mustFind: true,
            guidance: said('From the register, not from the report', '以签到记录为准，不以汇报为准'),
          },
        ),
        judgement('made-up', said('Who missed a session has made up for it', '缺席人员已补学'), {
          weight: 2,
        }),
      ],
    },
    {
      title: said('Listening', '听取意见'),
      items: [
        atLeast(
          'asked',
          said('People whom each member asked, the least of all', '每名成员征求意见人数（取最少者）'),
          {
            measure: PEOPLE,
            least: 3,
            weight: 3,
            mustFind: true,
            guidance: said('Ring up one of those who are named', '电话核实其中一人'),
          },
        ),
        judgement(
          'written-down',
          said('What they said is written down and goes somewhere', '所征求意见已记录并转入办理'),
          {
            weight: 2,
            mustFind: true,
          },
        ),
      ],
    },
    {
      title: said('Activities', '活动'),
      items: [
        atLeast('exchange', said('Thematic exchanges', '专题交流'), {
          measure: TIMES,
          least: 1,
          weight: 2,
          mustFind: true,
        }),
        atLeast('activity', said('Distinctive activities', '特色活动'), {
          measure: TIMES,
          least: 1,
          weight: 2,
        }),
        atLeast('display', said('Displays of what came of it', '成果展示'), {
          measure: TIMES,
          least: 1,
          weight: 1,
        }),
        judgement(
          'optional',
          said('What the unit added is its own, and was done', '自选动作有本单位特色并已落实'),
          {
            guidance: said('Compare with what other units declared', '与其他单位申报的自选动作比对'),
          },
        ),
        text('good-practice', said('What others could learn from', '可推广的做法')),
      ],
    },
  ],
};

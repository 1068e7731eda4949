import type { ChecklistContent } from '@redress/contracts/inspection/checklist';
import { atLeast, choice, judgement, PERCENT, photo, said } from './item.js';

/** 动员部署: whether a unit has begun. */
export const mobilisation: ChecklistContent = {
  title: said('Mobilisation', '动员部署'),
  sections: [
    {
      title: said('The meeting', '动员会'),
      items: [
        judgement('held', said('The mobilisation meeting was held', '已召开动员会'), {
          weight: 3,
          mustFind: true,
        }),
        choice('who-spoke', said('Who set out the work', '由谁作动员部署'), {
          weight: 2,
          choices: [
            { value: 'head', text: said('The head of the unit', '单位主要负责人'), verdict: 'passes' },
            {
              value: 'deputy',
              text: said('A deputy, for a stated reason', '负责同志受委托（已说明原因）'),
              verdict: 'passes',
            },
            { value: 'somebody-else', text: said('Somebody else', '其他人员'), verdict: 'fails' },
          ],
        }),
        atLeast('present', said('Those present, of those who belong to it', '到会率'), {
          measure: PERCENT,
          least: 90,
          weight: 2,
          mustFind: true,
        }),
        judgement('absent-told', said('Who was absent was told afterwards', '未到会人员已另行传达'), {
          weight: 1,
        }),
        photo('meeting', said('The meeting', '会议照片')),
      ],
    },
    {
      title: said('The plan', '方案'),
      items: [
        judgement('plan', said('The unit has a plan of its own', '已制定本单位实施方案'), {
          weight: 3,
          mustFind: true,
        }),
        judgement(
          'plan-is-own',
          said('It speaks of this unit, not of any', '方案结合本单位实际，未照抄照搬'),
          { weight: 2 },
        ),
        judgement('people-and-days', said('It names people and days', '方案明确责任人和时间'), {
          weight: 2,
          mustFind: true,
        }),
        judgement(
          'groups',
          said('Working groups are formed and know their part', '工作专班已成立、分工明确'),
        ),
        judgement(
          'liaison-known',
          said('The liaison is known to the unit and has been there', '联络员已对接到位'),
        ),
        judgement(
          'made-known',
          said('Everybody in the unit knows where to say what is wrong', '全体人员知晓意见反映渠道'),
          {
            weight: 2,
            guidance: said('Ask three people in the corridor', '随机询问三人'),
          },
        ),
      ],
    },
  ],
};

import type { ChecklistContent } from '@redress/contracts/inspection/checklist';
import { atLeast, choice, judgement, PEOPLE, photo, said, text } from './item.js';

/** 回头看: whether what was put right has lasted. */
export const lookBack: ChecklistContent = {
  title: said('Look-back', '回头看'),
  sections: [
    {
      title: said('On the spot', '现场'),
      items: [
        judgement('in-place', said('What was put right is still so', '整改成效仍然保持'), {
          weight: 5,
          mustFind: true,
          guidance: said(
            'Look at what the close-out named, at the place that it named',
            '对照销号时的佐证，到原址查看',
          ),
        }),
        choice('came-back', said('Whether the problem came back', '问题是否反弹'), {
          weight: 4,
          mustFind: true,
          choices: [
            { value: 'no', text: said('No', '未反弹'), verdict: 'passes' },
            {
              value: 'once',
              text: said('Once, and it was dealt with at once', '出现一次，已立即处理'),
              verdict: 'passes',
            },
            {
              value: 'again',
              text: said('Again and again, or it is there today', '反复出现或目前仍存在'),
              verdict: 'fails',
            },
            {
              value: 'gone',
              text: said('What it was about is there no more', '所涉事项已不存在'),
              verdict: 'does-not-apply',
            },
          ],
        }),
        photo('now', said('The place today', '现场现状照片')),
      ],
    },
    {
      title: said('With people', '群众'),
      items: [
        atLeast('asked', said('People concerned who were asked', '询问相关人员人数'), {
          measure: PEOPLE,
          least: 3,
          weight: 1,
        }),
        judgement('content', said('Most of them say that it has become better', '多数人认为已有改善'), {
          weight: 3,
          mustFind: true,
        }),
        text('their-words', said('What they said', '主要反映')),
      ],
    },
    {
      title: said('What keeps it so', '长效'),
      items: [
        judgement(
          'rule',
          said('There is a rule that keeps it so, and somebody follows it', '已建立制度并有人执行'),
          { weight: 2 },
        ),
        judgement(
          'same-elsewhere',
          said('The same was put right where else it could be', '已举一反三、同类问题一并整改'),
          { weight: 1 },
        ),
        text('remains', said('What remains to be done', '尚需完成的工作')),
      ],
    },
  ],
};

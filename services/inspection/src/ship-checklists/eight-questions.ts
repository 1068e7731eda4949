import type { ChecklistContent } from '@redress/contracts/inspection/checklist';
import { judgement, said, text } from './item.js';

/** 八个必问: what every head of a unit is asked, in this order. An answer passes that is known by heart and borne out. */
export const eightQuestions: ChecklistContent = {
  title: said('The eight set questions', '八个必问'),
  sections: [
    {
      title: said('What is there', '有什么问题'),
      items: [
        judgement(
          'problems',
          said('1. Which problems did you find in your own unit?', '1. 本单位查出了哪些问题？'),
          {
            weight: 2,
            mustFind: true,
            guidance: said('Compare with the list and with what people say', '与问题清单及群众反映对照'),
          },
        ),
        judgement(
          'heard',
          said('2. Whom did you ask, and what did they say?', '2. 听取了哪些人的意见，反映了什么？'),
          {
            weight: 2,
            guidance: said('Ask one of them', '向其中一人核实'),
          },
        ),
      ],
    },
    {
      title: said('Who does what', '谁来改、怎么改'),
      items: [
        judgement('responsible', said('3. Who answers for each of them, by name?', '3. 每个问题由谁负责？'), {
          weight: 2,
          mustFind: true,
        }),
        judgement(
          'measures',
          said(
            '4. What was promised, by when, and how is it known to be done?',
            '4. 整改措施、时限和完成标准是什么？',
          ),
          {
            weight: 2,
            mustFind: true,
          },
        ),
        judgement(
          'own-share',
          said('5. Which of them did you take on yourself?', '5. 主要负责人亲自抓了哪些？'),
        ),
      ],
    },
    {
      title: said('What came of it', '改得怎么样'),
      items: [
        judgement(
          'done',
          said('6. What is done, and where can it be seen?', '6. 已完成哪些，在哪里可以看到？'),
          {
            weight: 3,
            mustFind: true,
            guidance: said('Go there', '现场查看'),
          },
        ),
        judgement(
          'overdue',
          said('7. What is late or came back, and why?', '7. 哪些逾期或反弹，原因是什么？'),
          { weight: 2 },
        ),
        judgement('lasting', said('8. What keeps it from coming back?', '8. 靠什么防止问题再次发生？'), {
          weight: 2,
        }),
        text('asked-for', said('What the unit asks for', '单位提出的困难和请求')),
      ],
    },
  ],
};

import type { ChecklistContent } from '@redress/contracts/inspection/checklist';
import { atLeast, judgement, PERCENT, photo, said, text } from './item.js';

/** 记录与考勤抽查: what is on paper, and who was there. */
export const recordsAndAttendance: ChecklistContent = {
  title: said('Spot-check of records and attendance', '记录与考勤抽查'),
  sections: [
    {
      title: said('Records', '记录'),
      items: [
        judgement('minutes', said('Minutes of each meeting are kept', '每次会议均有记录'), {
          weight: 3,
          mustFind: true,
          guidance: said(
            'Ask for the last three: day, who was there, what was decided and who does it',
            '抽查最近三次：时间、参加人、议定事项及责任人是否齐全',
          ),
        }),
        judgement(
          'written-then',
          said('They were written then, not made up for the visit', '记录系当时形成，无事后补造'),
          {
            weight: 3,
            mustFind: true,
            guidance: said('Compare hands, ink, days and file dates', '核对笔迹、日期及电子文件时间'),
          },
        ),
        judgement('study-notes', said('Study notes are kept by each member', '每名成员均有学习笔记'), {
          weight: 2,
          guidance: said('Look at five, taken by chance', '随机抽查五本'),
        }),
        judgement('problem-list', said('The list of problems is kept up to date', '问题清单及时更新'), {
          weight: 2,
        }),
        judgement(
          'kept-together',
          said('What belongs together is filed together and can be found', '材料归档完整、可随时查阅'),
        ),
        photo('page', said('A page that shows how records are kept', '记录样页照片')),
      ],
    },
    {
      title: said('Attendance', '考勤'),
      items: [
        atLeast('attendance', said('Attendance over the period', '期间出勤率'), {
          measure: PERCENT,
          least: 90,
          weight: 3,
          mustFind: true,
          guidance: said('Signatures over those who were expected', '实到签名人数与应到人数之比'),
        }),
        judgement(
          'absences',
          said('Each absence has a reason that somebody accepted', '缺席均有事由并经批准'),
          { weight: 2 },
        ),
        judgement('made-up', said('Who was absent has made up for it', '缺席人员已补课'), {
          weight: 2,
          mustFind: true,
        }),
        photo('register', said('The register of the last meeting', '最近一次签到簿照片')),
        text('remarks', said('What else was noticed', '其他情况')),
      ],
    },
  ],
};

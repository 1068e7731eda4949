import { type ChecklistEvent, checklistEvents } from '@redress/contracts/inspection/checklist.events';
import type { ChecklistRow } from '@redress/contracts/inspection/read-checklists';
import type { Projection } from '@redress/read-models/projection';

/** One line a checklist, as it was last published. */
export const checklistList: Projection<ChecklistEvent, ChecklistRow> = {
  name: 'checklistList',
  version: 1,
  of: checklistEvents,
  indexes: [['en']],
  search: ['en', 'zh'],
  on: {
    ChecklistPublished: ({ checklistId: id, version, title, sections }, { actor, happenedAt, revision }) => {
      const items = sections.flatMap((section) => section.items);
      return {
        put: {
          id,
          en: title.en,
          zh: title.zh,
          version,
          items: items.length,
          mustFind: items.filter(({ mustFind }) => mustFind).length,
          publishedAt: happenedAt,
          ...(actor.person && { publishedBy: actor.person }),
          revision,
        },
      };
    },
  },
};

import { IsId } from '../fields.js';
import type { CardId, EntryId, TaskId } from '../values.js';

/** Which task; the office makes up the id when it assigns. */
export class TaskRef {
  @IsId() readonly taskId!: TaskId;
}

/** Which report, evidence or close-out request of which task; whoever writes it makes up the id. */
export class EntryRef extends TaskRef {
  @IsId() readonly entryId!: EntryId;
}

/** Which card of which task; whoever draws it makes up the id. */
export class CardRef extends TaskRef {
  @IsId() readonly cardId!: CardId;
}

/** Which objection to the close-out of which task; whoever objects makes up the id. */
export class ObjectionRef extends TaskRef {
  @IsId() readonly objectionId!: EntryId;
}

import { IsId } from '../fields.js';
import type { EntryId, TaskId } from '../values.js';

/** Which task; the office makes up the id when it assigns. */
export class TaskRef {
  @IsId() readonly taskId!: TaskId;
}

/** Which report, evidence or close-out request of which task; whoever writes it makes up the id. */
export class EntryRef extends TaskRef {
  @IsId() readonly entryId!: EntryId;
}

/** The figures by which rules decide. What was decided names the version that it was decided by. */
export type Policy = {
  readonly version: string;
  readonly return: {
    /** After the day of assignment, by the calendar of working days. */
    readonly withinWorkingDays: number;
  };
  readonly extension: {
    /** Days beyond the first deadline, in all, that the office grants by itself; more is for the leading group. */
    readonly officeMayAddDays: number;
  };
};

/** The figures of the regulation, in its table of a task's way. */
export const DEFAULT_POLICY: Policy = {
  version: 'default 1',
  return: { withinWorkingDays: 5 },
  extension: { officeMayAddDays: 30 },
};

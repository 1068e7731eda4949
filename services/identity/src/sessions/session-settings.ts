const MINUTE_MS = 60_000;

const numberIn = (name: string, usual: number, most: number, set: string | undefined): number => {
  if (set === undefined || set === '') return usual;
  const number = Number(set);
  if (/^\d{1,6}$/.test(set) && number >= 1 && number <= most) return number;
  throw new RangeError(
    `${name} must be a whole number from 1 to ${String(most)}, not ${JSON.stringify(set)}`,
  );
};

/** How long a session lasts. */
export class SessionSettings {
  /** When it is not used. */
  readonly idleMs: number;
  /** However much it is used. */
  readonly wholeMs: number;

  /** @throws RangeError when it is set to what is no such number. */
  constructor(
    idle = process.env['REDRESS_SESSION_IDLE_MINUTES'],
    whole = process.env['REDRESS_SESSION_HOURS'],
  ) {
    this.idleMs = numberIn('REDRESS_SESSION_IDLE_MINUTES', 60, 1_440, idle) * MINUTE_MS;
    this.wholeMs = numberIn('REDRESS_SESSION_HOURS', 12, 168, whole) * 60 * MINUTE_MS;
  }
}

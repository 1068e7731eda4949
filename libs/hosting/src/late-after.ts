const SECONDS = 30;

/**
 * For how many seconds something may have waited before a service says that it is not ready, from
 * `REDRESS_READY_LAG_SECONDS`.
 * @throws RangeError when that is set to what is no number of seconds up to a day.
 */
export const lateAfterSeconds = (set = process.env['REDRESS_READY_LAG_SECONDS']): number => {
  if (set === undefined || set === '') return SECONDS;
  const seconds = Number(set);
  if (/^\d{1,5}$/.test(set) && seconds >= 1 && seconds <= 86_400) return seconds;
  throw new RangeError(
    `REDRESS_READY_LAG_SECONDS must be a number of seconds up to 86400, not ${JSON.stringify(set)}`,
  );
};

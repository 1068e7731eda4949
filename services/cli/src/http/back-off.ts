const FIRST_MS = 50;
const LONGEST_MS = 3_000;

/**
 * How long to wait before the next attempt: twice as long each time, a random part of it, so that many do not come
 * at once; or what the server asks for in `Retry-After`, in seconds or as a date.
 */
export const pauseBefore = (attempt: number, retryAfter: string | null): number => {
  const most = Math.min(FIRST_MS * 2 ** attempt, LONGEST_MS);
  return Math.max(askedFor(retryAfter), most * (0.5 + Math.random() / 2));
};

const askedFor = (retryAfter: string | null): number => {
  if (retryAfter === null) return 0;
  const asked = /^\d{1,6}$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(asked) ? 0 : Math.max(0, asked);
};

/** A line of a log before it is spelt. */
export type Line = Readonly<Record<string, unknown>> & {
  readonly level: string;
  readonly time: string;
  readonly service: string;
  readonly context?: string;
  readonly msg?: string;
  readonly at?: string;
};

// Whatever could begin a line of its own, or steer the terminal of who reads it.
const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

const spelt = (value: unknown): string =>
  (typeof value === 'string' ? value : JSON.stringify(value)).replace(STEERING, '\u00b7');

/** A line for people: when, how bad, from where, what, and the ids that it belongs to. */
export const textOf = ({ level, time, service, context, msg, at, ...rest }: Line): string => {
  const about = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${spelt(value)}`);
  const words = [
    `${time} ${level.toUpperCase().padEnd(5)} [${context === undefined || context === service ? service : `${service} ${context}`}]`,
    ...(msg === undefined ? [] : [spelt(msg)]),
    ...about,
  ];
  const places = at ? at.split('\n').filter((place) => place.trim() !== '') : [];
  return [words.join(' '), ...places.map((place) => `    ${spelt(place.trim())}`)].join('\n');
};

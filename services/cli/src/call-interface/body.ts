import { Trouble } from '../trouble.js';

/** @throws Trouble when it is no JSON object */
export const jsonIn = (text: string): object => {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Trouble('what is sent must be a JSON object');
  return value;
};

/**
 * The values at these paths (`actor.unit`, `rows.0.id`) within an answer, as they would be typed.
 * @throws Trouble when there is none
 */
export const picked = (answer: unknown, paths: readonly string[]): readonly string[] =>
  paths.map((path) => {
    const value = path.split('.').reduce(within, answer);
    if (value === undefined) throw new Trouble(`there is no ${path} in the answer`);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });

const within = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Trouble(`what is sent is no JSON: ${text.slice(0, 60)}`);
  }
};

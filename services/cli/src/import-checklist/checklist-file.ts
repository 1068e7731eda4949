import { Trouble } from '../trouble.js';

/** A checklist as a file has it. What is in it besides its code and its title is for the server to judge. */
export type ChecklistFile = {
  readonly code: string;
  readonly title: string;
  /** Without the code. */
  readonly content: object;
};

/** @throws Trouble for what is no JSON, or names no checklist */
export const checklistIn = (path: string, text: string): ChecklistFile => {
  const { code, ...content } = objectIn(path, text);
  if (typeof code !== 'string' || code.trim() === '') throw new Trouble(`${path} has no "code"`);
  const { title } = content;
  const english = isObject(title) ? title['en'] : undefined;
  return { code, title: typeof english === 'string' ? english : code, content };
};

const objectIn = (path: string, text: string): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(text);
    if (isObject(parsed)) return parsed;
  } catch (error) {
    throw new Trouble(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  throw new Trouble(`${path} is no JSON object`);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

import { Trouble } from '../trouble.js';

/** @throws Trouble when it is no id */
export const taskIdIn = (text: string): string => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text))
    throw new Trouble(`"${text}" is not the id of a task`);
  return text;
};

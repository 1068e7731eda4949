import { asFault } from './faults.js';

/** Does at once what the port promises for later; what goes wrong is said in words about the file. */
export const attempt = <Result>(file: string, act: () => Result): Promise<Result> =>
  new Promise((resolve, reject) => {
    try {
      resolve(act());
    } catch (error) {
      reject(asFault(file, error));
    }
  });

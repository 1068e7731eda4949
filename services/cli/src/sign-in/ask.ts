import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { Trouble } from '../trouble.js';

/** Takes what is typed, and shows nothing of it. */
const nowhere = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

/**
 * Asks at the terminal, in secret or not. @throws Trouble when there is no terminal, or whoever sits there wants no more
 */
export const ask = (question: string, isSecret: boolean, otherwise: string): Promise<string> => {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return Promise.reject(new Trouble(`there is no terminal to ask at: ${otherwise}`));
  const output = isSecret ? nowhere() : stderr;
  const lines = createInterface({ input: stdin, output, terminal: true, historySize: 0 });
  // Not before nothing that is typed is shown any more.
  stderr.write(question);
  return new Promise((resolve, reject) => {
    const end = (): void => {
      lines.close();
      if (isSecret) stderr.write('\n');
    };
    lines.once('line', (line) => {
      resolve(line);
      end();
    });
    lines.once('SIGINT', () => {
      reject(new Trouble('not signed in'));
      end();
    });
    lines.once('close', () => {
      reject(new Trouble('not signed in'));
    });
  });
};

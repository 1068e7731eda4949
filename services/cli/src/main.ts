import { CommanderError } from 'commander';
import { program } from './program.js';
import { Trouble } from './trouble.js';

const COULD_NOT = 2;

try {
  await program().parseAsync();
} catch (error) {
  // What was wrong with the call, commander has said; help and version are no fault.
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : COULD_NOT;
  else {
    process.stderr.write(`redress: ${error instanceof Trouble ? error.message : stackOf(error)}\n`);
    process.exitCode = COULD_NOT;
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Something that the person at the keyboard can put right: said in one paragraph, without a stack. */
export class Trouble extends Error {}

/**
 * Runs a program and turns what goes wrong into a message and an exit code of 1.
 *
 * @param {() => Promise<void>} program
 */
export const orSay = async (program) => {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof Trouble ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
};

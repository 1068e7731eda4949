/** Ends the command: said to the person at the terminal as it is, without a stack. The exit code is 2. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}

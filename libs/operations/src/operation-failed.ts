/** Why something could not be done, for the person at the terminal: said as it is. */
export class OperationFailed extends Error {
  override readonly name = 'OperationFailed';
}

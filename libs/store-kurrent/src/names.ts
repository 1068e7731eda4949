/**
 * The streams of one service are those that begin with its namespace and a dot: `redress.intake.opinion-0190…`. Where it
 * notes how far it has come is beside them, and not among them.
 */
export class Names {
  constructor(private readonly namespace: string) {
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(namespace))
      throw new RangeError(`${JSON.stringify(namespace)} cannot begin the names of streams`);
  }

  stream(name: string): string {
    return `${this.namespace}.${name}`;
  }

  /** As the service calls it. */
  short(stream: string): string {
    return stream.slice(this.namespace.length + 1);
  }

  checkpoint(name: string): string {
    return `${this.namespace}~${name}`;
  }
}

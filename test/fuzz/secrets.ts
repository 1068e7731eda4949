import type { Answered } from './sender.js';

const WORDS = /[\w-]{20,}/g;

/** By what people are known; nobody is shown that of another. */
export class Secrets {
  private readonly owners = new Map<string, string>();

  keep(secret: string, owner: string): void {
    this.owners.set(secret, owner);
  }

  /** Keeps what an answer gives to be secret with whom it was given to. */
  learn(json: unknown, owner: string): void {
    if (typeof json !== 'object' || json === null) return;
    for (const [name, value] of Object.entries(json))
      if (
        typeof value === 'string' &&
        /^(receipt|token|csrfToken|invitation)$/.test(name) &&
        !this.owners.has(value)
      )
        this.owners.set(value, owner);
  }

  complaints({ bytes }: Answered, owner: string): readonly string[] {
    const text = bytes.toString('utf8');
    const others = [...text.matchAll(WORDS)].flatMap(([word]) => {
      const whose = this.owners.get(word);
      return whose === undefined || whose === owner ? [] : [`there is a secret of ${whose} in it`];
    });
    return [
      ...others,
      ...(/\$argon2|"(passwordHash|secretHash)"/.test(text) ? ['there is a hash in it'] : []),
    ];
  }
}

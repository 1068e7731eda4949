import type { Answered, Sent } from './sender.js';

/** A text as a shell takes it for itself; in hexadecimal, what a terminal would not show. */
const quoted = (text: string): string =>
  /[^\n\t\x20-\x7e\u00a1-\u{10ffff}]/u.test(text)
    ? `$'${text.replaceAll(/['\\\p{Cc}]/gu, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}'`
    : `'${text.replaceAll("'", `'\\''`)}'`;

/** Texts in an answer that somebody may send later, each with where it stood. */
const givenIn = (value: unknown, at = ''): readonly (readonly [text: string, at: string])[] => {
  if (typeof value === 'string') return value.length >= 16 ? [[value, at]] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => givenIn(part, `${at}[${JSON.stringify(key)}]`));
};

/** What was sent and answered, one after the other, as commands that send it again. */
export class Transcript {
  private readonly lines: { readonly sent: Sent; readonly answered?: Answered }[] = [];

  add(sent: Sent, answered?: Answered): void {
    this.lines.push({ sent, ...(answered && { answered }) });
  }

  /**
   * What an answer gave and a later request uses goes by a variable, so that the commands work on another system as well.
   * `tokens` are the variables by which people act; `URL` is the address of the system.
   */
  commands(tokens: ReadonlyMap<string, string>): string {
    const names = new Map<string, string>(tokens);
    return this.lines
      .map(({ sent, answered }, index) => {
        const about = `# ${sent.operation} as ${sent.who}: ${String(answered?.status ?? 'no answer')}`;
        const command = curl(sent, names);
        const later = this.lines.slice(index + 1).map(({ sent: next }) => asText(next));
        const captures = givenIn(answered?.json)
          .filter(([text]) => !names.has(text) && later.some((next) => next.includes(text)))
          .map(([text, at]) => {
            names.set(text, `GIVEN_${String(names.size)}`);
            return `${names.get(text) ?? ''}=$(node -p ${quoted(`JSON.parse(process.argv[1])${at}`)} "$ANSWER")`;
          });
        return captures.length === 0
          ? [about, command].join('\n')
          : [about, `ANSWER=$(${command})`, ...captures].join('\n');
      })
      .join('\n');
  }
}

const asText = ({ path, headers, body }: Sent): string =>
  [path, ...Object.values(headers), typeof body === 'string' ? body : ''].join(' ');

const curl = ({ method, path, headers, body }: Sent, names: ReadonlyMap<string, string>): string => {
  const filled = (text: string): string =>
    [...names].reduce((so, [given, name]) => so.replaceAll(given, `'"$${name}"'`), quoted(text));
  return [
    `curl -sS -X ${method} "$URL"${filled(path)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${filled(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`--data-binary ${filled(Buffer.from(body).toString())}`]),
  ].join(' ');
};

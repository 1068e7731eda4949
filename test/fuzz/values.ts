import fc from 'fast-check';
import { type Document, resolved, type Schema } from './document.js';

/** Stands for something that there may be when it is sent: the one of that name, or one that others made. */
export class Wanted {
  constructor(
    readonly name: string,
    readonly format: string,
    readonly nth: number,
  ) {}

  [fc.toStringMethod](): string {
    return `<${this.name} ${String(this.nth)}>`;
  }
}

/** What people write, and what it was meant to do to a page, a sheet, a shell, a log or a database. */
const TEXTS = [
  '食堂中午的饭是凉的',
  'The rice is cold from 12:30 on',
  'مياه تتسرب من السقف',
  '👩‍🔧 repariert – наконец-то',
  '=HYPERLINK("http://x.example","y")',
  '<img src=x onerror=alert(1)>',
  "'; DROP TABLE opinions; --",
  '${jndi:ldap://x.example/a} {{7*7}} %00 %0d%0aSet-Cookie: a=b',
  '{"$ne":null}',
  '../../etc/passwd',
  'é̂ ﬁ Ａ１ ㎏',
  'line\nline\r\n\tline',
];

const DAY_MS = 86_400_000;
export const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
    new Date(Date.now() + days * DAY_MS),
  );

const text = (least: number, most: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...TEXTS), fc.string({ unit: 'grapheme', maxLength: 12 }))
    .map(([said, more]) => `${said} ${more}`.slice(0, most).trim())
    .map((said) => (said.length < least ? 'x'.repeat(least) : said));

const instant = fc
  .integer({ min: -400, max: 1 })
  .map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
const hexadecimal = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

const FORMATS: Readonly<Record<string, (name: string) => fc.Arbitrary<unknown>>> = {
  uuid: (name) => fc.nat({ max: 30 }).map((nth) => new Wanted(name, 'uuid', nth)),
  code: (name) => fc.nat({ max: 30 }).map((nth) => new Wanted(name, 'code', nth)),
  date: () => fc.integer({ min: -40, max: 90 }).map(dayFromNow),
  'date-time': () => instant,
  sha256: () => hexadecimal,
  position: () => fc.constantFrom('0', '0000000000000001', '00000000000000000'),
};

/** Values as the document has them; without what may be absent, unless that is asked for. */
export class Values {
  private readonly made = new Map<string, fc.Arbitrary<unknown>>();

  constructor(private readonly document: Document) {}

  of(schema: Schema, name: string, mayBeAbsent: boolean): fc.Arbitrary<unknown> {
    const key = `${name} ${String(mayBeAbsent)} ${JSON.stringify(schema)}`;
    const made = this.made.get(key) ?? this.make(resolved(this.document, schema), name, mayBeAbsent);
    this.made.set(key, made);
    return made;
  }

  private make(schema: Schema, name: string, mayBeAbsent: boolean): fc.Arbitrary<unknown> {
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if (schema.type === 'object') return this.objectOf(schema, mayBeAbsent);
    if (schema.type === 'array') {
      const { items = {}, minItems = 0, maxItems = 3 } = schema;
      const one = this.of(items, name.replace(/s$/, ''), mayBeAbsent);
      return fc.array(one, { minLength: minItems, maxLength: Math.min(maxItems, Math.max(minItems, 3)) });
    }
    if (schema.type === 'boolean') return fc.boolean();
    if (schema.type === 'integer' || schema.type === 'number')
      return fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 100, 2 ** 31) });
    const format = FORMATS[schema.format ?? ''];
    return format ? format(name) : text(schema.minLength ?? 0, schema.maxLength ?? 40);
  }

  private objectOf({ properties = {}, required = [] }: Schema, mayBeAbsent: boolean): fc.Arbitrary<unknown> {
    const names = Object.keys(properties).filter((name) => mayBeAbsent || required.includes(name));
    const fields = names.map((name) => [name, this.of(properties[name] ?? {}, name, mayBeAbsent)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
  }
}

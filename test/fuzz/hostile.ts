import fc from 'fast-check';

/** What somebody may send in place of anything. Each is JSON, or can be written as such. */
const PLACED: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2 ** 53,
  '',
  ' ',
  '0',
  [],
  {},
  [null],
  { $ne: null },
  { $gt: '' },
  'x'.repeat(30_000),
  '汉'.repeat(30_000),
  '\u202eevil\u202c',
  '\u0000',
  'a\ud800b',
  '\ufeff',
  'Z̡̛͙͔̀a̴l̷g̸o̷',
  '00000000-0000-0000-0000-000000000000',
  '9999-99-99',
  '-0001-01-01T00:00:00.000Z',
  '../..',
  "' OR '1'='1",
  'true',
  ['a', 'a'],
  Array.from({ length: 500 }, () => 'x'),
];

/** What is added that nobody asks for: some of it means something to JavaScript, to a database, or to us inside. */
const ADDED: readonly (readonly [string, unknown])[] = [
  ['role', 'office'],
  ['actor', { role: 'operator' }],
  ['unit', '00000000-0000-4000-8000-000000000000'],
  ['constructor', { prototype: { isAdmin: true } }],
  ['toString', 'x'],
  ['$where', '1'],
  ['revision', 0],
  ['happenedAt', '2020-01-01T00:00:00.000Z'],
  ['', ''],
  ['汉字', 1],
];

/** One thing done to a body. */
export type Mutation =
  | { readonly does: 'place'; readonly at: number; readonly value: unknown }
  | { readonly does: 'drop'; readonly at: number }
  | { readonly does: 'add'; readonly at: number; readonly name: string; readonly value: unknown }
  | { readonly does: 'double'; readonly at: number }
  | { readonly does: 'nest'; readonly times: number }
  | { readonly does: 'write'; readonly text: string };

const at = fc.nat({ max: 12 });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ does: fc.constant('place' as const), at, value: fc.constantFrom(...PLACED) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('drop' as const), at }) },
  {
    weight: 2,
    arbitrary: fc
      .record({ does: fc.constant('add' as const), at, added: fc.constantFrom(...ADDED) })
      .map(({ added: [name, value], ...rest }) => ({ ...rest, name, value })),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('double' as const), at }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('nest' as const), times: fc.constantFrom(1, 19, 25, 4_000) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('write' as const),
      text: fc.constantFrom(
        '',
        '{',
        '[]',
        '"x"',
        'null',
        '{"a":1,"a":2}',
        '{"__proto__":{"a":1}}',
        '\u0000',
        'NaN',
        '{}x',
      ),
    }),
  },
);

type Holder = Record<string, unknown> | unknown[];
type Place = { readonly holder: Holder; readonly key: string };

/** Every field and element in it, the outer before the inner. */
const placesIn = (value: unknown): readonly Place[] => {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  const own = Object.keys(holder).map((key) => ({ holder, key }));
  return [...own, ...Object.values(holder).flatMap(placesIn)];
};

/** The text that is sent in place of a body. */
export const mutated = (body: unknown, done: Mutation): string => {
  if (done.does === 'write') return done.text;
  if (done.does === 'nest')
    return `${'{"a":'.repeat(done.times)}${JSON.stringify(body ?? {})}${'}'.repeat(done.times)}`;
  const copy = structuredClone(body ?? {}) as Holder;
  const places = placesIn(copy);
  const place = places[done.at % Math.max(places.length, 1)];
  if (done.does === 'add') {
    const holders = [copy, ...places.map(({ holder, key }) => (holder as Record<string, unknown>)[key])];
    const objects = holders.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
    const holder = objects[done.at % Math.max(objects.length, 1)] as Record<string, unknown> | undefined;
    if (holder)
      Object.defineProperty(holder, done.name, { value: done.value, enumerable: true, configurable: true });
  } else if (place) {
    const holder = place.holder as Record<string, unknown>;
    if (done.does === 'place') holder[place.key] = done.value;
    else if (done.does === 'drop') Reflect.deleteProperty(holder, place.key);
    else if (Array.isArray(holder[place.key]))
      holder[place.key] = [...(holder[place.key] as unknown[]), ...(holder[place.key] as unknown[])];
    else return JSON.stringify(copy).replace(/^\{/, `{${JSON.stringify(place.key)}:1,`);
  }
  return JSON.stringify(copy);
};

/** Headers that are wrong in themselves, or where they are sent. */
export const headers: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom(
  { 'if-match': '"999999"' },
  { 'if-match': '*' },
  { 'if-match': 'W/"0"' },
  { 'if-match': '"-1"' },
  { 'idempotency-key': 'short' },
  { 'idempotency-key': 'k'.repeat(256) },
  { 'idempotency-key': 'with space and more' },
  { 'happened-at': '2099-01-01T00:00:00.000Z' },
  { 'happened-at': '2020-01-01T00:00:00.000Z' },
  { 'happened-at': 'yesterday' },
  { 'accept-language': 'zh-Hant;q=0.3, *;q=0.1' },
  { 'accept-language': ',,;q=x' },
  { prefer: 'wait=0' },
  { prefer: 'wait=-1, return=minimal' },
  { accept: 'application/xml' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/xml' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': '' },
  { authorization: 'Bearer nonsense' },
  { authorization: 'Basic eDp5' },
  { authorization: '' },
  { cookie: 'redress-loopback-session=nonsense; __Host-redress-session=x' },
  { 'x-request-id': '../../x' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-forwarded-for': '1.2.3.4', 'x-forwarded-host': 'evil.example' },
  { host: 'evil.example' },
  { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  { 'if-none-match': '*' },
  { range: 'bytes=0-1' },
);

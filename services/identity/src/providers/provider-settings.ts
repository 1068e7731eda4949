import { readFileSync } from 'node:fs';

/** An OpenID provider as the operator describes it; see docs/operations.md. */
export type ProviderSettings = {
  readonly provider: string;
  readonly en: string;
  readonly zh: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** Which claim has the roster number, and which says in what posts somebody wants to act. */
  readonly rosterNumber: string;
  readonly posts: string | undefined;
  /** What the provider calls posts, and their codes here. What is not named is taken for a code itself. */
  readonly postCodes: Readonly<Record<string, string>>;
  /** Besides that of the issuer, the origins where its addresses lie. */
  readonly origins: readonly string[];
  /** By how many seconds its clock may differ from ours. */
  readonly clockTolerance: number;
};

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;

type Field = { readonly is: (value: unknown) => boolean; readonly mustBe: string; readonly usual?: unknown };

const text = (usual?: string): Field => ({
  is: (value) => typeof value === 'string' && value.length > 0 && value.length <= 500,
  mustBe: 'a text',
  ...(usual !== undefined && { usual }),
});
const isUrl = (value: unknown): boolean =>
  typeof value === 'string' &&
  URL.canParse(value) &&
  (value.startsWith('https://') ||
    (value.startsWith('http://') && LOOPBACK.includes(new URL(value).hostname)));

const isOrigin = (value: unknown): boolean =>
  typeof value === 'string' && isUrl(value) && new URL(value).origin === value;

const FIELDS: Readonly<Record<string, Field>> = {
  provider: {
    is: (value) => typeof value === 'string' && CODE.test(value),
    mustBe: 'a short name for addresses',
  },
  en: text(),
  zh: text(),
  issuer: { is: isUrl, mustBe: 'an https address' },
  clientId: text(),
  clientSecretFile: text(''),
  scope: text('openid profile'),
  rosterNumber: text(),
  posts: text(''),
  postCodes: {
    is: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((code) => typeof code === 'string'),
    mustBe: 'an object of codes',
    usual: {},
  },
  origins: {
    is: (value) => Array.isArray(value) && (value as readonly unknown[]).every(isOrigin),
    mustBe: 'a list of origins, like https://login.example.org',
    usual: [],
  },
  clockTolerance: {
    is: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 300,
    mustBe: 'a number of seconds up to 300',
    usual: 30,
  },
};

/**
 * The providers in the file that `REDRESS_PROVIDERS_FILE` names; none without it.
 * @throws Error which says what is wrong with it.
 */
export const providersIn = (file = process.env['REDRESS_PROVIDERS_FILE']): readonly ProviderSettings[] => {
  if (!file) return [];
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(read)) throw new Error(`${file} must hold a list of providers`);
  const all = read.map((one, index) => settingsIn(one, `${file}: provider ${String(index + 1)}`));
  if (new Set(all.map(({ provider }) => provider)).size < all.length)
    throw new Error(`${file}: two providers have the same name`);
  return all;
};

const settingsIn = (read: unknown, where: string): ProviderSettings => {
  if (typeof read !== 'object' || read === null) throw new Error(`${where} must be an object`);
  const given = read as Readonly<Record<string, unknown>>;
  const unknown = Object.keys(given).find((name) => !(name in FIELDS));
  if (unknown !== undefined) throw new Error(`${where}: ${unknown} is not known`);
  const all = Object.fromEntries(
    Object.entries(FIELDS).map(([name, field]) => {
      const value = given[name] ?? field.usual;
      if (name in given ? !field.is(value) : value === undefined)
        throw new Error(`${where}: ${name} must be ${field.mustBe}`);
      return [name, value];
    }),
  ) as Omit<ProviderSettings, 'clientSecret'> & { readonly clientSecretFile: string };
  const { clientSecretFile, posts, ...settings } = all;
  const clientSecret = clientSecretFile === '' ? undefined : readFileSync(clientSecretFile, 'utf8').trim();
  return { ...settings, posts: posts === '' ? undefined : posts, clientSecret };
};

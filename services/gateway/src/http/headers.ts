/** For whatever is answered: nobody shows it in a frame, guesses its type, keeps it, or learns from where somebody came. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-xss-protection': '0',
  'x-download-options': 'noopen',
  'x-dns-prefetch-control': 'off',
  'x-permitted-cross-domain-policies': 'none',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
};

/** Data is no page: whatever a browser takes it for, it loads and runs nothing. */
const OF_DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** The page that describes the interface has scripts and styles of its own, and tries the interface out. */
const OF_PAGES =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HALF_A_YEAR_S = 15_552_000;

export type Headers = Readonly<Record<string, string>>;

/** The headers of each answer. `isSecure` says that people reach us by https and no other way. */
export const headersFor = (url: string, isSecure: boolean): Headers => ({
  ...ALWAYS,
  'content-security-policy': /^\/api\/docs(?:$|[/?])/.test(url) ? OF_PAGES : OF_DATA,
  ...(isSecure && { 'strict-transport-security': `max-age=${String(HALF_A_YEAR_S)}` }),
});

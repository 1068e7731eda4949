/** Of what the server gives a browser; a program keeps both, with a dot between. */
export type Session = { readonly token: string; readonly csrfToken: string };

const IS_SESSION = /^(rds_[\w-]+)\.([\w-]+)$/;

export const credentialOf = ({ token, csrfToken }: Session): string => `${token}.${csrfToken}`;

/** The session in a credential; undefined when it is a token, which programs are issued. */
export const sessionIn = (credential: string): Session | undefined => {
  const [, token, csrfToken] = IS_SESSION.exec(credential) ?? [];
  return token !== undefined && csrfToken !== undefined ? { token, csrfToken } : undefined;
};

/** What a cookie is called depends on how the server is reached, which a proxy before it may hide: it takes one of both names. */
export const cookiesOf = (purpose: 'session' | 'device', value: string): string =>
  ['__Host-redress', 'redress-loopback'].map((name) => `${name}-${purpose}=${value}`).join('; ');

/** Says who acts: by a token, or as a browser does by the cookie of a session. */
export const headersFor = (credential: string): Readonly<Record<string, string>> => {
  const session = sessionIn(credential);
  if (!session) return { authorization: `Bearer ${credential}` };
  return { cookie: cookiesOf('session', session.token), 'x-csrf-token': session.csrfToken };
};

/** The session that an answer begins, or lets go on under another token; undefined when it does neither. */
export const sessionAfter = (cookies: readonly string[], answer: unknown): Session | undefined => {
  const token = cookieIn(cookies, 'session');
  const { csrfToken } = answer as { readonly csrfToken?: unknown };
  return token !== undefined && typeof csrfToken === 'string' ? { token, csrfToken } : undefined;
};

/** The value of a cookie of ours, by what it is for. */
export const cookieIn = (cookies: readonly string[], purpose: 'session' | 'device'): string | undefined =>
  cookies.map((line) => new RegExp(`^[\\w-]+-${purpose}=([\\w-]+);`).exec(line)?.[1]).find(Boolean);

/** What came back: the status, the headers, and the body as JSON. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly body: Body };
type Body = Readonly<Record<string, unknown>>;

type Asked = {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a text is sent as it is. */
  readonly body?: object | string;
};

/** Of others: we have none. */
const isPage = ({ headers }: Response): boolean => (headers.get('content-type') ?? '').startsWith('text/');

export type Call = (method: string, path: string, asked?: Asked) => Promise<Answer>;

/** Calls a gateway as a program of somebody else would. */
export const callerOf =
  (url: string): Call =>
  async (method, path, { token, headers, body } = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text && !isPage(response) ? JSON.parse(text) : {}) as Body,
    };
  };

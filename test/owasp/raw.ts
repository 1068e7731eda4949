import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export type Raw = { readonly status: number; readonly type: string | undefined; readonly head: string };

/** Sends bytes as they are, and says what came back until the server hung up. */
export const sentRaw = async (port: number, bytes: string): Promise<readonly Raw[]> => {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes, 'latin1');
  const said = await text(socket);
  return said
    .split(/(?=HTTP\/1\.1 \d{3} )/)
    .filter((one) => one.startsWith('HTTP/'))
    .map((one) => {
      const [head = '', body = ''] = one.split('\r\n\r\n');
      const [, type] = /"type":"\/problems\/([^"]*)"/.exec(body) ?? [];
      return { status: Number(head.slice(9, 12)), type, head };
    });
};

import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Trouble } from '../trouble.js';
import { ask } from './ask.js';
import { closeSession, openSession } from './open-session.js';

type Given = { readonly passwordFile?: string; readonly code?: string };

/** `redress sign-in` and `sign-out`: for people, who have an account; programs have tokens. */
export const sessionCommands = (
  redress: Command,
  serverUrl: () => string,
  print: (text: string) => void,
): void => {
  redress
    .command('sign-in')
    .argument('[roster-number]', 'who signs in; asked for when it is not there')
    .option(
      '--password-file <file>',
      'whose first line is the password (default: $REDRESS_PASSWORD, else asked for)',
    )
    .option(
      '--code <code>',
      'of an authenticator, or a recovery code (default: $REDRESS_CODE, else asked for)',
    )
    .description('sign in; later commands act in this session where they have no token')
    .addHelpText('after', `\n${ABOUT}`)
    .action(async (rosterNumber: string | undefined, given: Given) => {
      const who = rosterNumber ?? (await ask('Roster number: ', false, 'name the roster number'));
      const asking = { password: () => passwordFrom(given), code: () => codeFrom(given) };
      const { needs, actor, expiresAt } = await openSession(serverUrl(), who, asking);
      print(
        needs.includes('enrolment') ? ENROL : `Signed in as ${actor?.role ?? 'nobody'} until ${expiresAt}.`,
      );
    });
  redress
    .command('sign-out')
    .description('end the session that sign-in began')
    .action(async () => {
      await closeSession(serverUrl());
      print('Signed out.');
    });
};

const passwordFrom = async ({ passwordFile }: Given): Promise<string> => {
  if (passwordFile !== undefined) return firstLine(passwordFile);
  return (
    process.env['REDRESS_PASSWORD'] ??
    (await ask('Password: ', true, 'give --password-file or REDRESS_PASSWORD'))
  );
};

const codeFrom = async ({ code }: Given): Promise<string> =>
  code ?? process.env['REDRESS_CODE'] ?? (await ask('Code: ', false, 'give --code or REDRESS_CODE'));

const firstLine = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/)[0] ?? '';
  } catch {
    throw new Trouble(`${path} cannot be read`);
  }
};

const ABOUT = `The session lies in a file of yours that nobody else may read, below $XDG_STATE_HOME or ~/.local/state. It acts in the only post
that you hold; with several, choose one: redress api PUT /session/post '{"post":"…"}'.`;

const ENROL = `Signed in, but your posts ask for a second factor, and you have none: nothing else can be done until you enrol one.
  redress api POST /account/totp '{"name":"my telephone"}'
answers an address ("uri") for an authenticator, and an id ("factorId"); then, with the code that it shows,
  redress api POST /account/totp/<factorId>/confirmation '{"code":"…"}'`;

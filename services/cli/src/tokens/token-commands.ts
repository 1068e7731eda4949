import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Scope, SCOPES } from '@redress/contracts/directory/scopes';
import type { Instant, TokenId } from '@redress/contracts/values';
import type { Settings } from '../sign-in/settings.js';
import { issueToken, revokeToken, rotateToken, tokensThere } from './tokens.js';
import { tokensText } from './tokens-text.js';

type Wanted = {
  readonly recordsPast?: boolean;
  readonly scope?: readonly Scope[];
  readonly days?: number;
  readonly purpose?: string;
};

/** `redress token`, `tokens`, `rotate` and `revoke`: with what programs act. */
export const tokenCommands = (
  redress: Command,
  settings: () => Settings,
  print: (text: string) => void,
): void => {
  redress
    .command('token')
    .argument('<post>', 'code of a post')
    .argument('<roster-number>', 'of who holds it')
    .option('--records-past', 'may say that what it does happened earlier')
    .addOption(
      new Option('--scope <scope...>', 'confined to these; without it, whatever the post may do').choices(
        SCOPES,
      ),
    )
    .option('--days <number>', 'for how many days it is good, 366 at most (default: 30)', whole)
    .option('--purpose <text>', 'what it is for: the name of a program')
    .description('a token for the holder of a post; it is told this once')
    .action(async (post: string, rosterNumber: string, wanted: Wanted) => {
      const { recordsPast = false, scope: scopes, days, purpose } = wanted;
      const more = { ...(scopes && { scopes }), ...ending(days), ...(purpose !== undefined && { purpose }) };
      const { token } = await issueToken({ post, rosterNumber, recordsPast, ...more }, settings());
      print(token);
    });

  redress
    .command('tokens')
    .addOption(new Option('--status <status>', 'only those').choices(['active', 'revoked']))
    .option('--json', 'as they are, with who issued them')
    .description('which tokens there are, how far they go, and when they were last used')
    .action(async ({ json = false, ...wanted }: { json?: boolean; status?: 'active' | 'revoked' }) => {
      const rows = await tokensThere(wanted, settings());
      print(json ? JSON.stringify(rows, null, 2) : tokensText(rows));
    });

  redress
    .command('rotate')
    .argument('[token-id]', 'as redress tokens lists it; without it, the token with which this is asked')
    .option('--overlap-hours <number>', 'for how long both are good, 720 at most (default: 24)', wholeOrNone)
    .option('--days <number>', 'for how many days the new one is good, 366 at most (default: 30)', whole)
    .description('another token for the same, which takes the place of this one; it is told this once')
    .action(async (tokenId: TokenId | undefined, how: { overlapHours?: number; days?: number }) => {
      const { overlapHours, days } = how;
      const overlap = overlapHours === undefined ? {} : { overlapHours };
      const which = tokenId === undefined ? {} : { tokenId };
      const { token } = await rotateToken({ ...which, ...overlap, ...ending(days) }, settings());
      print(token);
    });

  redress
    .command('revoke')
    .argument('<token-id>', 'as redress tokens lists it')
    .argument('<reason>', 'why')
    .description('end a token: at once for new callers, within five seconds for all')
    .action(async (tokenId: string, reason: string) => {
      await revokeToken(tokenId, reason, settings());
      print(`${tokenId} works no more.`);
    });
};

const ending = (days: number | undefined): { expiresAt?: Instant } =>
  days === undefined ? {} : { expiresAt: new Date(Date.now() + days * 86_400_000).toISOString() as Instant };

const wholeOrNone = (text: string): number => {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
};

const whole = (text: string): number => {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new InvalidArgumentError('It is a whole number from 1.');
  return Number(text);
};

import { Body, Controller, Delete, Get, HttpStatus, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { FindByNumber } from '@redress/contracts/directory/standing';
import { Session } from '@redress/contracts/directory/who-acts';
import { Envelope } from '@redress/contracts/envelope';
import {
  type AccountRejection,
  AccountView,
  EndSessions,
  LockAccount,
  ReadAccount,
  UnlockAccount,
} from '@redress/contracts/identity/accounts';
import {
  AccountRef,
  Invitation,
  type InvitationRejection,
  InviteAccount,
  ResetAccount,
} from '@redress/contracts/identity/invitations';
import { found, settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { BrowserSessions } from '../session/browser-sessions.js';
import { Acting, SignedIn } from '../session/session.guard.js';

export class Because extends PickType(LockAccount, ['reason']) {}

@ApiTags('accounts')
@Controller('accounts/:rosterNumber')
export class AccountsController {
  constructor(
    private readonly services: Services,
    private readonly browsers: BrowserSessions,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How an account stands; for the operator, and for whose it is' })
  @ApiOkResponse({ type: AccountView })
  async read(@Param() account: AccountRef, @SignedIn() { actor }: Session): Promise<AccountView> {
    return found(await this.services.ask(ReadAccount, account, actor));
  }

  @Post('invitation')
  @ApiOperation({ summary: 'Invites somebody who is registered to open an account, within seven days' })
  @ApiCreatedResponse({ type: Invitation })
  @Refuses(InviteAccount, () => INVITATION_STATUS)
  async invite(@Param() account: AccountRef, @Acting() envelope: Envelope): Promise<Invitation> {
    return settle(await this.services.send(InviteAccount, account, envelope), INVITATION_STATUS);
  }

  @Post('reset')
  @ApiOperation({ summary: 'Takes password, second factors and sessions away, and invites anew' })
  @ApiCreatedResponse({ type: Invitation })
  @Refuses(ResetAccount, () => INVITATION_STATUS)
  async reset(
    @Param() account: AccountRef,
    @Body() { reason }: Because,
    @Acting() envelope: Envelope,
  ): Promise<Invitation> {
    const command = { ...account, reason };
    const invitation = settle(await this.services.send(ResetAccount, command, envelope), INVITATION_STATUS);
    await this.forget(account);
    return invitation;
  }

  @Put('lock')
  @ApiOperation({ summary: 'Lets nobody sign in to an account, and ends its sessions' })
  @ApiOkResponse({ type: Written })
  @Refuses(LockAccount, () => STATUS)
  async lock(
    @Param() account: AccountRef,
    @Body() { reason }: Because,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const written = settle(await this.services.send(LockAccount, { ...account, reason }, envelope), STATUS);
    await this.forget(account);
    return written;
  }

  @Delete('lock')
  @ApiOperation({ summary: 'Lets its person sign in to an account again' })
  @ApiOkResponse({ type: Written })
  @Refuses(UnlockAccount, () => STATUS)
  async unlock(
    @Param() account: AccountRef,
    @Body() { reason }: Because,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(UnlockAccount, { ...account, reason }, envelope), STATUS);
  }

  @Delete('sessions')
  @ApiOperation({ summary: 'Ends all sessions of an account' })
  @ApiOkResponse({ type: Written })
  @Refuses(EndSessions, () => STATUS)
  async endSessions(
    @Param() account: AccountRef,
    @Body() { reason }: Because,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const written = settle(await this.services.send(EndSessions, { ...account, reason }, envelope), STATUS);
    await this.forget(account);
    return written;
  }

  private async forget(account: AccountRef): Promise<void> {
    const known = await this.services.ask(FindByNumber, account, { role: 'system' });
    if (!('rejected' in known)) this.browsers.forget(({ actor }) => actor.person === known.person);
  }
}

const STATUS: Readonly<Record<AccountRejection, HttpStatus>> = {
  'not-the-operator': HttpStatus.FORBIDDEN,
  'no-such-account': HttpStatus.NOT_FOUND,
};

const INVITATION_STATUS: Readonly<Record<InvitationRejection, HttpStatus>> = {
  ...STATUS,
  'no-such-person': HttpStatus.UNPROCESSABLE_ENTITY,
  'account-open-already': HttpStatus.CONFLICT,
  'account-locked': HttpStatus.CONFLICT,
  'invitation-is-over': HttpStatus.CONFLICT,
};

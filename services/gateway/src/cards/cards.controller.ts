import { Body, Controller, HttpStatus, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, PickType } from '@nestjs/swagger';
import { Written } from '@redress/contracts/command';
import { Envelope } from '@redress/contracts/envelope';
import { AnswerCard, type CardAnswerRejection } from '@redress/contracts/rectification/answer-card';
import {
  AppealCard,
  type AppealDecisionRejection,
  type AppealRejection,
  DecideAppeal,
} from '@redress/contracts/rectification/appeal-card';
import { DrawCard, type DrawingRejection } from '@redress/contracts/rectification/draw-card';
import { CardRef } from '@redress/contracts/rectification/refs';
import { settle } from '@redress/edge/problems';
import { Services } from '@redress/edge/services';
import { Refuses } from '../documentation/refuses.js';
import { Acting } from '../session/session.guard.js';

export class CardByHand extends PickType(DrawCard, ['colour', 'reason']) {}
export class CardAnswer extends PickType(AnswerCard, ['text']) {}
export class CardAppeal extends PickType(AppealCard, ['reason']) {}
export class CardAppealDecision extends PickType(DecideAppeal, ['upheld', 'reason']) {}

/** 蓝黄红牌: those that the timer draws are answered and appealed against in the same way. */
@ApiTags('cards')
@ApiOkResponse({ type: Written })
@Controller('tasks/:taskId/cards/:cardId')
export class CardsController {
  constructor(private readonly services: Services) {}

  @Put()
  @ApiOperation({ summary: 'Draws a card by hand, above the one in force' })
  @Refuses(DrawCard, () => DRAWING)
  async draw(
    @Param() { taskId, cardId }: CardRef,
    @Body() card: CardByHand,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(DrawCard, { taskId, cardId, ...card }, envelope), DRAWING);
  }

  @Put('answer')
  @ApiOperation({ summary: 'Says what the lead unit does about a card' })
  @Refuses(AnswerCard, () => ANSWER)
  async answer(
    @Param() { taskId, cardId }: CardRef,
    @Body() { text }: CardAnswer,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AnswerCard, { taskId, cardId, text }, envelope), ANSWER);
  }

  @Put('appeal')
  @ApiOperation({ summary: 'Says why the lead unit should not have this card' })
  @Refuses(AppealCard, () => APPEAL)
  async appeal(
    @Param() { taskId, cardId }: CardRef,
    @Body() { reason }: CardAppeal,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    return settle(await this.services.send(AppealCard, { taskId, cardId, reason }, envelope), APPEAL);
  }

  @Put('appeal/decision')
  @ApiOperation({ summary: 'Withdraws the card, or leaves it in force; by nobody who drew it' })
  @Refuses(DecideAppeal, () => DECISION)
  async decide(
    @Param() { taskId, cardId }: CardRef,
    @Body() decision: CardAppealDecision,
    @Acting() envelope: Envelope,
  ): Promise<Written> {
    const command = { taskId, cardId, ...decision };
    return settle(await this.services.send(DecideAppeal, command, envelope), DECISION);
  }
}

const DRAWING: Readonly<Record<DrawingRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'officer-is-unnamed': HttpStatus.FORBIDDEN,
  'card-id-is-taken': HttpStatus.CONFLICT,
  'task-is-returned': HttpStatus.CONFLICT,
  'task-is-closed': HttpStatus.CONFLICT,
  'not-above-the-card-in-force': HttpStatus.CONFLICT,
};

const ANSWER: Readonly<Record<CardAnswerRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-card': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'card-already-answered': HttpStatus.CONFLICT,
  'card-not-in-force': HttpStatus.CONFLICT,
  'answer-is-too-late': HttpStatus.CONFLICT,
};

const APPEAL: Readonly<Record<AppealRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-card': HttpStatus.NOT_FOUND,
  'not-the-lead-unit': HttpStatus.FORBIDDEN,
  'already-appealed': HttpStatus.CONFLICT,
  'card-not-in-force': HttpStatus.CONFLICT,
  'appeal-is-too-late': HttpStatus.CONFLICT,
};

const DECISION: Readonly<Record<AppealDecisionRejection, HttpStatus>> = {
  'no-such-task': HttpStatus.NOT_FOUND,
  'no-such-card': HttpStatus.NOT_FOUND,
  'not-the-office': HttpStatus.FORBIDDEN,
  'officer-is-unnamed': HttpStatus.FORBIDDEN,
  'decider-drew-the-card': HttpStatus.FORBIDDEN,
  'not-appealed': HttpStatus.CONFLICT,
  'appeal-already-decided': HttpStatus.CONFLICT,
  'card-not-in-force': HttpStatus.CONFLICT,
};

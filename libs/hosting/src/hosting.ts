import type { DynamicModule, Type } from '@nestjs/common';
import type { Reaction } from '@redress/messaging/reaction';
import type { AnyProjection } from '@redress/read-models/projection';

export type Parts = {
  readonly projections: readonly AnyProjection[];
  readonly reactions: readonly Type<Reaction>[];
};

export declare const hosting: (service: string, parts: Parts) => DynamicModule;

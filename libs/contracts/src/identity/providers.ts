import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { AreParts, IsAnything, IsCode, IsSha256, IsText, MayBeAbsent } from '../fields.js';
import type { Sha256 } from '../values.js';
import { Begun } from './sign-in.js';

export class ProviderRef {
  /** As the configuration calls it. */
  @IsCode() readonly provider!: string;
}

export class ProviderRow extends ProviderRef {
  @IsText(100) readonly en!: string;
  @IsText(100) readonly zh!: string;
}

export class ProviderRows {
  @AreParts(() => ProviderRow, 0, 20) readonly rows!: ProviderRow[];
}

/** At whom people may sign in, besides here; with `only`, whether there is that one. */
export class ListProviders {
  static readonly subject = 'identity.list-providers';
  static readonly reply = ProviderRows;
  @MayBeAbsent() @IsCode() readonly only?: string;
}

export const PROVIDER_REJECTIONS = [
  'no-such-provider',
  'provider-does-not-answer',
  'sign-in-not-begun-here',
  'provider-refused',
  'proof-does-not-hold',
  'nobody-of-that-number',
  'linked-otherwise',
  'account-locked',
] as const;
export type ProviderRejection = (typeof PROVIDER_REJECTIONS)[number];

export class ToProvider extends Written {
  /** Where the browser is to go. */
  @ApiProperty({ type: String }) readonly url!: string;
  /** What the browser is to bring back. */
  @ApiProperty({ type: String }) readonly ticket!: string;
}

/** Somebody wants to sign in at a provider. */
export class BeginAtProvider extends ProviderRef {
  static readonly subject = 'identity.begin-at-provider';
  static readonly rejections = PROVIDER_REJECTIONS;
  static readonly reply = ToProvider;
  /** Where browsers find us; the provider sends them back there. */
  @IsAnything(300) readonly origin!: string;
  /** A path of ours, where they are to go in the end. */
  @IsAnything(500) readonly returnTo!: string;
}

export class BegunAtProvider extends Begun {
  @ApiProperty({ type: String }) readonly returnTo!: string;
}

/** Somebody comes back from a provider. */
export class FinishAtProvider extends ProviderRef {
  static readonly subject = 'identity.finish-at-provider';
  static readonly rejections = PROVIDER_REJECTIONS;
  static readonly reply = BegunAtProvider;
  @IsAnything(300) readonly origin!: string;
  /** With what they were sent back, as it stands after the question mark. */
  @IsAnything(8_000) readonly query!: string;
  /** What the browser was given to bring back. */
  @IsAnything(200) readonly ticket!: string;
  @MayBeAbsent() @IsSha256() readonly device?: Sha256;
}

/** A provider says that somebody signed out there. */
export class EndAtProvider extends ProviderRef {
  static readonly subject = 'identity.end-at-provider';
  static readonly rejections = PROVIDER_REJECTIONS;
  @IsAnything(10_000) readonly logoutToken!: string;
}

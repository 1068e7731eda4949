import { ApiProperty } from '@nestjs/swagger';
import { Written } from '../command.js';
import { AreCodes, IsAnything, IsBoolean, IsOneOf, IsPart, IsWholeNumber, MayBeAbsent } from '../fields.js';

// What a browser makes of a passkey, field by field as `PublicKeyCredential.toJSON()` has it. Bytes are in base64url.
const ID_LENGTH = 1_400;
const CLIENT_DATA_LENGTH = 4_000;
const AUTHENTICATOR_DATA_LENGTH = 4_000;

class CredentialProperties {
  @MayBeAbsent() @IsBoolean() readonly rk?: boolean;
}

/** We ask for none; some browsers tell this all the same. */
class Extensions {
  @MayBeAbsent() @IsPart(() => CredentialProperties) readonly credProps?: CredentialProperties;
}

class Credential {
  @IsAnything(ID_LENGTH) readonly id!: string;
  @IsAnything(ID_LENGTH) readonly rawId!: string;
  @IsOneOf(['public-key']) readonly type!: 'public-key';
  @MayBeAbsent()
  @IsOneOf(['platform', 'cross-platform'])
  readonly authenticatorAttachment?: 'platform' | 'cross-platform';
  @IsPart(() => Extensions) readonly clientExtensionResults!: Extensions;
}

class Attestation {
  @IsAnything(CLIENT_DATA_LENGTH) readonly clientDataJSON!: string;
  @IsAnything(30_000) readonly attestationObject!: string;
  @MayBeAbsent() @IsAnything(AUTHENTICATOR_DATA_LENGTH) readonly authenticatorData?: string;
  @MayBeAbsent() @IsAnything(4_000) readonly publicKey?: string;
  /** As COSE numbers it. */
  @MayBeAbsent() @IsWholeNumber() readonly publicKeyAlgorithm?: number;
  @MayBeAbsent() @AreCodes(10) readonly transports?: string[];
}

class Assertion {
  @IsAnything(CLIENT_DATA_LENGTH) readonly clientDataJSON!: string;
  @IsAnything(AUTHENTICATOR_DATA_LENGTH) readonly authenticatorData!: string;
  @IsAnything(4_000) readonly signature!: string;
  @MayBeAbsent() @IsAnything(200) readonly userHandle?: string;
}

/** A passkey that was made just now. */
export class NewPasskey extends Credential {
  @IsPart(() => Attestation) readonly response!: Attestation;
}

/** That somebody has a passkey. */
export class PasskeyProof extends Credential {
  @IsPart(() => Assertion) readonly response!: Assertion;
}

/** For the browser: what `parseCreationOptionsFromJSON` or `parseRequestOptionsFromJSON` of `PublicKeyCredential` takes. */
export class PasskeyAsked extends Written {
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly options!: object;
}

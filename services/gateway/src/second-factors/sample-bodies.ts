import type { Type } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';

// What is sent, for whoever reads the documentation. The passkeys are those of nobody.

const CREDENTIAL = {
  id: 'zJ8mK0c2Qm6xN3tq5YhV1Q',
  rawId: 'zJ8mK0c2Qm6xN3tq5YhV1Q',
  type: 'public-key',
  authenticatorAttachment: 'platform',
  clientExtensionResults: {},
} as const;
const CLIENT_DATA = 'eyJ0eXBlIjoid2ViYXV0aG4uZ2V0IiwiY2hhbGxlbmdlIjoi4oCmIn0';
const AUTHENTICATOR_DATA = 'SZYN5YgOjGh0NBcPZHZgW4_krrmihjLHmVzzuoMdl2MFAAAAAg';

export const SAMPLES = {
  code: { code: '050471' },
  recoveryCode: { code: '7KQ2M-XW9RT-BC4HN-PZ6VF' },
  password: { password: 'the keeper rides a bicycle' },
  name: { name: 'my telephone' },
  newPasskey: {
    ...CREDENTIAL,
    response: {
      clientDataJSON: CLIENT_DATA,
      attestationObject: 'o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YVglSZYN5YgOjGh0NBcPZHZgW4',
      transports: ['internal'],
    },
  },
  passkey: {
    ...CREDENTIAL,
    response: {
      clientDataJSON: CLIENT_DATA,
      authenticatorData: AUTHENTICATOR_DATA,
      signature: 'MEUCIQDk3m5b2Zx0v7Jw',
      userHandle: 'MDE5MGE1YzQtMzMzMy03YWFhLThhYWEtMDAwMDAwMDAwMDAx',
    },
  },
} as const;

/** Shows an example of what a route takes. */
export const Sends = (type: Type, sample: keyof typeof SAMPLES): MethodDecorator =>
  ApiBody({ type, examples: { [sample]: { value: SAMPLES[sample] } } });

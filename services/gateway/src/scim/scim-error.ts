import { HttpException } from '@nestjs/common';

/** RFC 7644, table 9; of those that can be met here. */
export type ScimType =
  | 'invalidFilter'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue';

/** Why a request of a connector failed: which field, and what rule it broke. */
export class ScimError extends HttpException {
  constructor(
    status: number,
    readonly scimType: ScimType | undefined,
    readonly detail: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail, status);
  }
}

/** A value that cannot be taken. */
export const invalid = (field: string, rule: string): ScimError =>
  new ScimError(400, 'invalidValue', `${field}: ${rule}`);

/** A field that is what it is. */
export const immutable = (field: string, rule: string): ScimError =>
  new ScimError(400, 'mutability', `${field}: ${rule}`);

export const notThere = (what: string, id: string): ScimError =>
  new ScimError(404, undefined, `${what} ${id}: there is no such resource`);

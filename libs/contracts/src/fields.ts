import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { Transform, type TransformFnParams, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean as IsTrueOrFalse,
  IsIn,
  IsInt,
  IsObject,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

// What a rule allows travels with its violation as `context`, so that a message can be made in any language. Swagger
// takes a function for one that gives a class only when it is called `type`: hence `type: () => part()`.
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

const isSha256 = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

const isPosition = (text: string): boolean => /^[0-9]{1,20}$/.test(text);

const isInstant = (text: string): boolean =>
  text.length === 24 && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

const isDay = (text: string): boolean => isInstant(`${text}T00:00:00.000Z`);

const isCode = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u.test(text) && text === text.normalize('NFC');

// Ids, days and moments are compared as text, so each has exactly one spelling.
const spelt = (format: string, like: string, is: (text: string) => boolean) => (): PropertyDecorator =>
  applyDecorators(
    ValidateBy({
      name: format,
      validator: {
        validate: (value) => typeof value === 'string' && is(value),
        defaultMessage: () => `$property must be ${like}`,
      },
    }),
    ApiProperty({ type: String, format }),
  );

export const IsId = spelt('uuid', 'a UUID in lower case', isUuid);
export const IsDay = spelt('date', 'a calendar day, like 2026-03-31', isDay);
export const IsInstant = spelt('date-time', 'a moment in UTC, like 2026-03-31T08:00:00.000Z', isInstant);

/** A code that the organisation itself gave to a unit, a post or a person. Stands in a path. */
export const IsCode = spelt('code', 'a code of letters, digits, dots, dashes and underscores', isCode);

export const IsSha256 = spelt('sha256', 'a SHA-256 in 64 hexadecimal digits', isSha256);
export const IsPosition = spelt('position', 'a position that a command was answered with', isPosition);

// Whitespace stays, and so do the C1 controls, which are left in old files by wrong conversions. Half of a surrogate pair
// cannot be written as UTF-8: it would be stored as something else than was acknowledged. What overrides the direction of
// letters shows a text as another than it is, such as a file name with another ending; no script needs it.
const isReadable = (text: string): boolean =>
  !/(?![\t-\r\x80-\x9f])\p{Cc}|\p{Cs}|[\u202d\u202e]/u.test(text) && /^$|[\p{L}\p{N}\p{P}\p{S}]/u.test(text);

const IsReadable = (): PropertyDecorator =>
  ValidateBy({
    name: 'readable',
    validator: {
      validate: (value) => typeof value !== 'string' || isReadable(value),
      defaultMessage: () => '$property must be text that can be read, without control characters',
    },
  });

/** Text that a person writes and a person reads: trimmed, something to see, at most so many characters. */
export const IsText = (most: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value)),
    Length(1, most, { context: { most } }),
    IsReadable(),
    ApiProperty({ type: String, minLength: 1, maxLength: most }),
  );

/** Text as somebody sent it, at most so long: whether it is right is said by who knows it, not by its form. */
export const IsAnything = (most: number): PropertyDecorator =>
  applyDecorators(Length(0, most, { context: { most } }), ApiProperty({ type: String, maxLength: most }));

/** Why somebody asks, grants or refuses. */
export const IsReason = (): PropertyDecorator => IsText(500);

export const IsOneOf = (list: readonly string[]): PropertyDecorator =>
  applyDecorators(IsIn(list, { context: { list } }), ApiProperty({ enum: [...list] }));

export const IsBoolean = (): PropertyDecorator =>
  applyDecorators(IsTrueOrFalse(), ApiProperty({ type: Boolean }));

/** A whole number; digits are taken for one, since that is what a query string carries. */
export const IsCount = (least: number, most: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown =>
      typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IsInt({ context: { least, most } }),
    Min(least, { context: { least, most } }),
    Max(most, { context: { least, most } }),
    ApiProperty({ type: 'integer', minimum: least, maximum: most }),
  );

/** A number as somebody else numbers things: whole, be it below zero. */
export const IsWholeNumber = (): PropertyDecorator =>
  applyDecorators(IsInt(), ApiProperty({ type: 'integer' }));

const MOST_OF_A_QUANTITY = 1_000_000_000;

const isQuantity = (value: unknown): boolean =>
  typeof value === 'number' && value >= 0 && value <= MOST_OF_A_QUANTITY;

/** A number of anything that is counted or measured, whole or not; none below zero. */
export const IsQuantity = (): PropertyDecorator =>
  applyDecorators(
    ValidateBy(
      {
        name: 'quantity',
        validator: {
          validate: isQuantity,
          defaultMessage: () => `$property must be a number from 0 to ${String(MOST_OF_A_QUANTITY)}`,
        },
      },
      { context: { most: MOST_OF_A_QUANTITY } },
    ),
    ApiProperty({ type: Number, minimum: 0, maximum: MOST_OF_A_QUANTITY }),
  );

/** Exactly one of those. `ValidateNested` alone passes `undefined` and `[]`. */
export const IsPart = (part: () => Class): PropertyDecorator =>
  applyDecorators(IsObject(), ValidateNested(), Type(part), ApiProperty({ type: () => part() }));

/** Some of those, each checked. */
export const AreParts = (part: () => Class, least: number, most: number): PropertyDecorator =>
  applyDecorators(
    IsArray({ context: { least, most } }),
    ArrayMinSize(least, { context: { least, most } }),
    ArrayMaxSize(most, { context: { least, most } }),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(part),
    ApiProperty({ type: () => part(), isArray: true, minItems: least, maxItems: most }),
  );

/** Ids, each once. */
export const AreIds = (least: number, most: number): PropertyDecorator =>
  applyDecorators(
    ValidateBy(
      {
        name: 'uuids',
        constraints: [least, most],
        validator: {
          validate: (value) =>
            Array.isArray(value) &&
            value.length >= least &&
            value.length <= most &&
            value.every((id) => typeof id === 'string' && isUuid(id)) &&
            new Set(value).size === value.length,
          defaultMessage: () =>
            `$property must be a list of ${String(least)} to ${String(most)} different UUIDs in lower case`,
        },
      },
      { context: { least, most } },
    ),
    ApiProperty({
      type: String,
      format: 'uuid',
      isArray: true,
      minItems: least,
      maxItems: most,
      uniqueItems: true,
    }),
  );

/** At most so many strings, each of its kind and each once. */
const areDistinct = (
  name: string,
  most: number,
  is: (text: string) => boolean,
  limits: Readonly<Record<string, unknown>>,
  least = 0,
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      constraints: [most],
      validator: {
        validate: (value) =>
          Array.isArray(value) &&
          value.length >= least &&
          value.length <= most &&
          value.every((item) => typeof item === 'string' && is(item)) &&
          new Set(value).size === value.length,
        defaultMessage: () => `$property must be a list of different ${name}`,
      },
    },
    { context: limits },
  );

/** Some of a list, or none, each once. */
export const AreOf = (list: readonly string[]): PropertyDecorator =>
  applyDecorators(
    areDistinct('choices', list.length, (item) => list.includes(item), { list }),
    ApiProperty({ enum: [...list], isArray: true, uniqueItems: true }),
  );

/** One or more of a list, each once. */
export const AreSomeOf = (list: readonly string[]): PropertyDecorator =>
  applyDecorators(
    areDistinct('choices', list.length, (item) => list.includes(item), { list }, 1),
    ApiProperty({ enum: [...list], isArray: true, uniqueItems: true, minItems: 1 }),
  );

/** Codes as `IsCode` has them, or none, each once. */
export const AreCodes = (most: number): PropertyDecorator =>
  applyDecorators(
    areDistinct('codes', most, isCode, { most }),
    ApiProperty({ type: String, format: 'code', isArray: true, maxItems: most, uniqueItems: true }),
  );

/** What a row holds many of, each under its id, so that an event can set one and leave the others. For answers only. */
export const AreById = (part: Class): PropertyDecorator =>
  applyDecorators(
    (row: object) => {
      ApiExtraModels(part)(row.constructor);
    },
    ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(part) } }),
  );

/** May be left out. `IsOptional` would pass `null` as well. */
export const MayBeAbsent = (): PropertyDecorator =>
  applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    ApiProperty({ required: false }),
  );

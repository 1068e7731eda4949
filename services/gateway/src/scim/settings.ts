const FIELDS = ['employeeNumber', 'externalId', 'userName'] as const;

/** Which field of a user is the roster number. */
export type NumberField = (typeof FIELDS)[number];

/** By `REDRESS_SCIM_NUMBER`: `employeeNumber` of the enterprise extension, unless set. @throws RangeError when it is none of them. */
export const numberField = (set = process.env['REDRESS_SCIM_NUMBER']): NumberField => {
  const field = set === undefined || set === '' ? 'employeeNumber' : FIELDS.find((one) => one === set);
  if (field) return field;
  throw new RangeError(`REDRESS_SCIM_NUMBER must be ${FIELDS.join(' or ')}, not ${JSON.stringify(set)}`);
};

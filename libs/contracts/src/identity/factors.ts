/** What somebody has besides a password. */
export const FACTOR_KINDS = ['totp', 'passkey'] as const;
export type FactorKind = (typeof FACTOR_KINDS)[number];

/** With what a sign-in that stands half-way can be completed; `enrolment`: who must have a factor and has none yet. */
export const SECOND_STEPS = [...FACTOR_KINDS, 'recovery-code', 'enrolment'] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

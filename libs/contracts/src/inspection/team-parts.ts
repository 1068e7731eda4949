/** A substitute stands in for who cannot come or may not act. */
export const TEAM_PARTS = ['head', 'member', 'substitute'] as const;
export type TeamPart = (typeof TEAM_PARTS)[number];

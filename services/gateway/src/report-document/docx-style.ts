import { convertMillimetersToTwip } from 'docx';

/** The letters of official documents, for both scripts; where they are missing, the reader takes its own. */
const font = (eastAsia: string, ascii = 'Times New Roman') => ({ ascii, hAnsi: ascii, cs: ascii, eastAsia });
export const FONTS = {
  text: font('仿宋'),
  heading: font('黑体', 'Arial'),
  subheading: font('楷体'),
  title: font('华文中宋'),
} as const;

export const HALF_POINTS = {
  masthead: { zh: 80, en: 52 },
  title: 40,
  text: 28,
  table: 22,
  annex: 14,
} as const;
export const RED = 'DD0000';

/** A4, in twentieths of a point. */
export const PAGE = { width: 11_906, height: 16_838 };
export const MARGINS = {
  top: convertMillimetersToTwip(37),
  right: convertMillimetersToTwip(26),
  bottom: convertMillimetersToTwip(35),
  left: convertMillimetersToTwip(28),
};
/** How wide the text is, in twentieths of a point. */
export const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
/** Two letters. */
export const FULL_INDENT = { firstLine: 2 * 14 * 20 };

// Places are masked: `A市` is a city; `A3区`, `A7县`, `A9市` lie in it. What else is written with letters and digits,
// such as `B2栋`, `KTV区`, `Q区` of a market or `A市场`, is none.
const PLACE = /(?<![A-Za-z\d])(?:([A-Z])(\d{1,2}) ?([市区县])|([A-Z])(市))(?![场域])/gu;

type Mention = { readonly city: string; readonly name: string; readonly isPart: boolean };

/**
 * The place that a title names, as `A3区` or `B市`; undefined when it names none. The first city that is named counts,
 * and within it the first district, county or county-level city.
 */
export const placeIn = (title: string): string | undefined => {
  const mentions = [...title.matchAll(PLACE)].map(mentioned);
  const [first] = mentions;
  return (mentions.find(({ city, isPart }) => isPart && city === first?.city) ?? first)?.name;
};

const mentioned = ([, letter, number, kind, city]: RegExpMatchArray): Mention =>
  city === undefined
    ? { city: letter ?? '', name: `${letter ?? ''}${number ?? ''}${kind ?? ''}`, isPart: true }
    : { city, name: `${city}市`, isPart: false };

/** The city in which a district, county or county-level city lies; undefined for a city. */
export const cityOf = (place: string): string | undefined =>
  /^[A-Z]\d/.test(place) ? `${place.slice(0, 1)}市` : undefined;

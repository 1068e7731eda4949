export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same sentence in every language that the interface speaks. */
export type Text = Readonly<Record<Language, string>>;

/** The language of an `Accept-Language` header: the one preferred among ours, English when none is named. */
export const languageOf = (header: string | undefined): Language => {
  const wanted = (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range
        .toLowerCase()
        .split(';')
        .map((part) => part.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { primary: tag.split('-')[0] ?? '', weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return LANGUAGES.find((language) => language === wanted.find(isOurs)?.primary) ?? 'en';
};

const isOurs = ({ primary }: { readonly primary: string }): boolean =>
  LANGUAGES.some((language) => language === primary);

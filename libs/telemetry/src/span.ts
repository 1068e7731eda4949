/** Where a span is: its trace and itself, in hexadecimal, as W3C spells them. */
export type Place = { readonly trace: string; readonly span: string };

/** Something that takes time, until it is ended, once. */
export type Span = Place & { readonly end: (how?: How) => void };

/** In a word of a closed list, and whether that is a fault; attributes that are known only at the end. */
export type How = { readonly outcome?: string; readonly isFault?: boolean; readonly about?: About };

/** Ids and names alone: never what people wrote. */
export type About = Readonly<Record<string, string | number>>;

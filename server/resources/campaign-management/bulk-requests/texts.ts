/** Returns a moment that is text as a number; null where there is none. */
export const secondsOrNull = (text: string | null | undefined): number | null => (text == null ? null : Number(text))

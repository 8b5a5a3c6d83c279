/** The images of a product as its attributes have them: one link, as feeds bring it, or a list, as batches do. */
export type ImageLinks = string | readonly string[] | null | undefined

/** Returns the link of the first image of a product; undefined where it has none. */
export const firstImageOf = (links: ImageLinks): string | undefined => (typeof links === 'string' ? links : links?.[0])

/** The formats of an ad. SHOP_THE_PIN is the old name of COLLECTION. */
export const creativeTypes = [
  'REGULAR',
  'VIDEO',
  'SHOPPING',
  'CAROUSEL',
  'MAX_VIDEO',
  'SHOP_THE_PIN',
  'COLLECTION',
  'IDEA',
  'SHOWCASE',
  'QUIZ',
  'COLLAGE',
  'MAX_WIDTH_REGULAR_COLLECTION',
  'MAX_WIDTH_VIDEO_COLLECTION',
  'APP',
] as const
/** One of `creativeTypes`. */
export type CreativeType = (typeof creativeTypes)[number]

/** The formats of ads with a video. */
export const videoCreatives: readonly CreativeType[] = ['VIDEO', 'MAX_VIDEO', 'MAX_WIDTH_VIDEO_COLLECTION']

/** The targets of a click on an ad in the grid. */
export const gridClickTypes = ['CLOSEUP', 'DIRECT_TO_DESTINATION'] as const

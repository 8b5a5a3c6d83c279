/** What an ad looks like. SHOP_THE_PIN is the old name of COLLECTION. */
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

/** Where a click on an ad in the grid leads. */
export const gridClickTypes = ['CLOSEUP', 'DIRECT_TO_DESTINATION'] as const

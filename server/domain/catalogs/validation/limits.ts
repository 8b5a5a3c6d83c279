/** The most characters that attributes have, and the most parts of those that are lists. */
export const productLimits = {
  id: 127,
  title: 500,
  description: 10_000,
  link: 511,
  image_link: 2_000,
  additional_image_links: 10,
  product_type: 1_000,
  custom_label: 511,
  ad_image_link: 2_047,
  ad_video_link: 511,
  ad_tag: 511,
  adwords_redirect: 2_047,
  mpn: 70,
  /** No source has a number: chosen. */
  itemsOfGroup: 1_000,
} as const

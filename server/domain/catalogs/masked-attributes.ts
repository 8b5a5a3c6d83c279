/** The attributes of a product that the `update_mask` of a batch may name, as documented: fewer than it may have. */
// biome-ignore format: a table
export const maskedAttributes = [
  'ad_link', 'adult', 'age_group', 'availability', 'average_review_rating', 'brand', 'checkout_enabled', 'color',
  'condition', 'custom_label_0', 'custom_label_1', 'custom_label_2', 'custom_label_3', 'custom_label_4',
  'custom_number_0', 'custom_number_1', 'custom_number_2', 'custom_number_3', 'custom_number_4', 'description',
  'free_shipping_label', 'free_shipping_limit', 'gender', 'google_product_category', 'gtin', 'item_group_id',
  'last_updated_time', 'link', 'material', 'min_ad_price', 'mpn', 'number_of_ratings', 'number_of_reviews', 'pattern',
  'price', 'product_type', 'sale_price', 'shipping', 'shipping_height', 'shipping_weight', 'shipping_width', 'size',
  'size_system', 'size_type', 'tax', 'title', 'variant_names', 'variant_values', 'promotion_id',
] as const

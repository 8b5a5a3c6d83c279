/** What a preview of an ad group shows. */
export interface PreviewedAd {
  /** The Pin and the ad; null for products. */
  readonly pin_id: string | null
  readonly ad_id: string | null
  /** The product group promotion; null for an ad. */
  readonly product_group_promotion_id: string | null
}

/** What an ad group has to preview. */
export interface Previewable {
  /** Its first ad that is neither archived nor deleted, or else its first product group. */
  readonly first: PreviewedAd | undefined
  /** The ids of its ads whose Pins were deleted. */
  readonly broken: readonly string[]
}

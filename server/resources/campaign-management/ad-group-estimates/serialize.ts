import { type ReachEstimate, reachEstimate } from '#server/domain/ads/audience-reach.ts'
import { targets } from '#server/domain/ads/targeting.ts'
import type { AudienceSizingRequest } from './schema.ts'

/** Returns the estimate as JSON text. */
export function audienceSizeText(request: AudienceSizingRequest): string {
  const { lower_bound, upper_bound } = reachOf(request)
  return JSON.stringify({ audience_size_lower_bound: lower_bound, audience_size_upper_bound: upper_bound })
}

/** Estimates the reach of an ad group. Each field that narrows the targeting spec counts as one more dimension. */
export function reachOf(request: AudienceSizingRequest): ReachEstimate {
  const { keywords, creative_types, placement_group, product_group_ids } = request
  const spec = request.targeting_spec ?? {}
  return reachEstimate({
    ...spec,
    keywords,
    creative_types,
    placement_group: placement_group == null || placement_group === 'ALL' ? [] : [placement_group],
    product_group_ids: targets(spec, 'SHOPPING_RETARGETING') ? product_group_ids : [],
  })
}

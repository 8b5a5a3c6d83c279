import { reachEstimate } from '#server/domain/ads/audience-reach.ts'
import type { TargetingTemplateRow } from './repository.ts'
import type { StoredTemplate } from './schema.ts'

const sizingText = ({ json }: TargetingTemplateRow): string => {
  const { targeting_attributes }: StoredTemplate = JSON.parse(json)
  return JSON.stringify({ reach_estimate: reachEstimate(targeting_attributes) })
}

/**
 * Returns the beginning of the template's JSON text: the stored fields, and one that no request sets and all responses
 * have as null (observed).
 */
const opened = ({ json }: TargetingTemplateRow): string => `${json.slice(0, -1)},"placement_traffic_type":null`

/** Returns the template as JSON text for the response to its creation. */
export const createdTemplateText = (row: TargetingTemplateRow): string => `${opened(row)},"sizing":${sizingText(row)}}`

/** Returns the template as JSON text for a list, with its sizing when the request includes it (observed). */
export const listedTemplateText = (row: TargetingTemplateRow, includeSizing: boolean): string =>
  `${opened(row)},"sizing":${includeSizing ? sizingText(row) : 'null'},"valid":true}`

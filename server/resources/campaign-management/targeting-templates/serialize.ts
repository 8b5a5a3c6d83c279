import { reachEstimate } from '#server/domain/ads/reach.ts'
import type { TargetingTemplateRow } from './repository.ts'
import type { StoredTemplate } from './schema.ts'

const sizingText = ({ json }: TargetingTemplateRow): string => {
  const { targeting_attributes }: StoredTemplate = JSON.parse(json)
  return JSON.stringify({ reach_estimate: reachEstimate(targeting_attributes) })
}

/**
 * Returns the template as it is stored, with the fields that no call can set and responses have all the same
 * (observed).
 */
const opened = ({ json }: TargetingTemplateRow): string => `${json.slice(0, -1)},"placement_traffic_type":null`

/** Returns a template as JSON text, as its creation answers it. */
export const createdTemplateText = (row: TargetingTemplateRow): string => `${opened(row)},"sizing":${sizingText(row)}}`

/** Returns a template as JSON text, as a list answers it: with its sizing when that was asked for (observed). */
export const listedTemplateText = (row: TargetingTemplateRow, includeSizing: boolean): string =>
  `${opened(row)},"sizing":${includeSizing ? sizingText(row) : 'null'},"valid":true}`

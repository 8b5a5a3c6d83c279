import { reachEstimate } from '#server/domain/ads/reach.ts'
import type { TargetingTemplateRow } from './repository.ts'
import type { StoredTemplate } from './schema.ts'

const sizingText = ({ json }: TargetingTemplateRow): string => {
  const { targeting_attributes }: StoredTemplate = JSON.parse(json)
  return JSON.stringify({ reach_estimate: reachEstimate(targeting_attributes) })
}

/** What is stored, and what no call can set and answers have all the same (observed). */
const opened = ({ json }: TargetingTemplateRow): string => `${json.slice(0, -1)},"placement_traffic_type":null`

/** A template as JSON text, as its creation answers it. */
export const createdTemplateText = (row: TargetingTemplateRow): string => `${opened(row)},"sizing":${sizingText(row)}}`

/** A template as JSON text, as a list answers it: with its sizing when that was asked for (observed). */
export const listedTemplateText = (row: TargetingTemplateRow, includeSizing: boolean): string =>
  `${opened(row)},"sizing":${includeSizing ? sizingText(row) : 'null'},"valid":true}`

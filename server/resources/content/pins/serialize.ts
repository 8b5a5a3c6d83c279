import type { FoundPin } from './repository.ts'
import { answeredText } from './stored.ts'

/** The metrics of a Pin that nobody has seen, as JSON text. */
const unseen = JSON.stringify({
  '90d': { pin_click: 0, impression: 0, clickthrough: 0 },
  lifetime_metrics: { pin_click: 0, impression: 0, clickthrough: 0, reaction: 0, comment: 0 },
})

/**
 * Returns the Pin as JSON text, with whether an ad has promoted it, its product tags, and metrics when the request
 * includes them.
 */
export const pinText = (
  { json, has_been_promoted, product_tags, isProduct = false }: FoundPin,
  withMetrics = false,
): string =>
  `${answeredText(json).slice(0, -1)},"has_been_promoted":${has_been_promoted === 1},"is_product":${isProduct},"is_removable":false,"product_tags":${product_tags ?? '[]'},"pin_metrics":${withMetrics ? unseen : null}}`

import type { PinRow } from './repository.ts'
import { answeredText } from './stored.ts'

const unseen = JSON.stringify({
  '90d': { pin_click: 0, impression: 0, clickthrough: 0 },
  lifetime_metrics: { pin_click: 0, impression: 0, clickthrough: 0, reaction: 0, comment: 0 },
})

/** No Pin is made from a catalog here, and none is tagged with products. */
const untagged = '"is_product":false,"is_removable":false,"product_tags":[]'

/**
 * Returns the Pin as JSON text: what is stored, whether an ad was made of it, and its metrics when they are asked for.
 */
export const pinText = ({ json, has_been_promoted }: PinRow, withMetrics = false): string =>
  `${answeredText(json).slice(0, -1)},"has_been_promoted":${has_been_promoted === 1},${untagged},"pin_metrics":${withMetrics ? unseen : null}}`

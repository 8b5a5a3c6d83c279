import type { OrderLineResponseRow } from './repository.ts'

/** Returns the order line as JSON text, with the ids of its campaigns. */
export const orderLineText = ({ json, campaign_ids }: OrderLineResponseRow): string =>
  `${json.slice(0, -1)},"campaign_ids":${campaign_ids}}`

import type { Resource } from '#server/contracts/resource.ts'

/**
 * The delivery history: what decided the delivery of entities before they changed, which reports of the past need. No
 * operation reads or writes it.
 */
export const deliveryHistory: Resource = { name: 'delivery_history', parents: [] }

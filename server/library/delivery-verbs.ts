import type { Control } from './control.ts'
import type { DeliveryChange, Delivery as DeliveryReply } from './generated/control.ts'

/**
 * What a world says about what its ads deliver: `accounts` that are off or deliver more or less, the seconds after which
 * figures of a day are ready, and `figures` of ads in place of those of the model. Money is micro-currency.
 *
 * @example
 * const { figures }: Delivery = await mock.delivery.get()
 * console.log(figures.map(({ ad_id, date }) => `${ad_id} ${date}`))
 */
export type Delivery = DeliveryReply

/**
 * The parts of the delivery settings to replace. A duration such as `2d` is taken for `ready_after`.
 *
 * @example
 * const change: NewDelivery = { accounts: { '*': { factor: 10 } }, ready_after: '2d' }
 * await mock.delivery.set(change)
 */
export type NewDelivery = DeliveryChange

/** Creates the verbs on what the ads of a world deliver. */
export const deliveryVerbs = (control: Control) => ({
  /**
   * Returns the delivery settings of this world.
   *
   * @example
   * const { accounts } = await mock.delivery.get()
   */
  get: (): Promise<Delivery> => control('GET', '/delivery'),

  /**
   * Replaces the parts that are passed; an empty object or list resets a part. Figures stand in reports in place of those
   * of the model, and add up to the ad group, the campaign and the account; columns that are left out are 0.
   *
   * @throws ControlError for an unknown ad, account or column.
   * @example
   * const { items } = await (await mock.fetch('/ad_accounts/549755885262/ads')).json()
   * await mock.delivery.set({
   *   figures: [{ ad_id: items[0].id, date: '2026-05-30', columns: { IMPRESSION_1: 1000, CLICKTHROUGH_1: 20 } }],
   * })
   */
  set: (change: NewDelivery): Promise<Delivery> => control('PUT', '/delivery', change),
})

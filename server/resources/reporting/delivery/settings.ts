import { readSetting, storeSetting } from '#db/settings.ts'
import { profileOf } from '#server/domain/profiles/profiles.ts'
import type { World } from '#server/worlds/world.ts'
import type { AccountDelivery } from './schema.ts'

/** How a world delivers, beside the model. */
export interface DeliverySettings {
  readonly accounts: Readonly<Record<string, AccountDelivery>>
  /** Seconds after the end of a day until its figures are ready. */
  readonly ready_after: number
}

const usual: DeliverySettings = { accounts: {}, ready_after: 0 }

/** Returns how a world delivers. */
export const deliverySettings = ({ readable }: World): DeliverySettings => ({
  ...usual,
  ...readSetting<Partial<DeliverySettings>>(readable, 'delivery'),
})

/** Replaces the settings that are present. */
export function changeDeliverySettings(world: World, change: Partial<DeliverySettings>): void {
  world.write(() => storeSetting(world.db, 'delivery', { ...deliverySettings(world), ...change }))
}

/** Returns the delivery of an ad account: its own settings over those of all. */
export function accountDelivery(world: World, id: string): { readonly off: boolean; readonly factor: number } {
  const { accounts } = deliverySettings(world)
  const { off = false, factor = 1 } = { ...accounts['*'], ...accounts[id] }
  return { off: off || profileOf(world.target.profile)?.delivers === false, factor }
}

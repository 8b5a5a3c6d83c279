import type { AdAccountContext } from '#server/domain/ads/ad-account.ts'
import { hash } from '#server/domain/ids.ts'
import { findPin } from '#server/resources/content/pins/find-pin.ts'
import type { World } from '#server/worlds/world.ts'
import { adPreviewRules } from './rules.ts'
import type { AdPreviewCreate } from './schema.ts'

/** Returns the URL of a preview, the same for the same content at the same time; throws when a rule refuses it. */
export function createAdPreview(world: World, account: AdAccountContext, sent: AdPreviewCreate): string {
  world.rules.assert(adPreviewRules, { sent, pinOf: (id) => findPin(world.db, id) })
  const content = `${account.id} ${world.clock.seconds()} ${JSON.stringify(sent)}`
  return `https://ads.pinterest.com/ad-preview/${keyOf(content)}/`
}

/** Returns a key of 64 hexadecimal digits, the length of the keys of real previews. */
const keyOf = (content: string): string =>
  Array.from({ length: 8 }, (_, part) => hash(`${part} ${content}`).toString(16).padStart(8, '0')).join('')

import { changeCountOf, connectionIdOf } from '#db/change-count.ts'
import type { World } from '#server/worlds/world.ts'
import { DeliveryLoader } from './load.ts'

/** The loader of an ad account, and what its world's data were when it began to read. */
interface Known {
  readonly world: World
  readonly accountId: string
  readonly connection: number
  readonly changes: number
  readonly loader: DeliveryLoader
}

/** How many ad accounts have a loader at once, in all worlds. */
const most = 4

/** The latest loaders, the most recent last. */
const loaders: Known[] = []

/**
 * Returns the loader of an ad account: the one of the latest report while nothing has changed in its world, so that a
 * dashboard with many reports reads its campaigns once.
 */
export function loaderOf(world: World, accountId: string): DeliveryLoader {
  const { readable } = world
  const [connection, changes] = [connectionIdOf(readable), changeCountOf(readable)]
  const index = loaders.findIndex((one) => one.world === world && one.accountId === accountId)
  const [known] = index < 0 ? [] : loaders.splice(index, 1)
  const isCurrent = known?.connection === connection && known.changes === changes
  const loader = isCurrent ? known.loader : new DeliveryLoader(world, accountId)
  loaders.push({ world, accountId, connection, changes, loader })
  if (loaders.length > most) loaders.shift()
  return loader
}

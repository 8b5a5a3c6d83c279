import type { WorldExpiry } from './expiry.ts'
import type { LiveWorlds } from './live-worlds.ts'
import { originOf, type WorldSource } from './options.ts'
import type { World } from './world.ts'

/** What the creation of a world works on. */
interface CreationContext {
  readonly live: LiveWorlds
  readonly expiry: WorldExpiry
  /** Deletes a world. */
  readonly remove: (name: string) => void
}

/** What a world is made with. */
interface Creation {
  readonly name: string
  readonly ttl?: number | undefined
  readonly image: Buffer | undefined
  /** The origin that the image is of. */
  readonly from: WorldSource | undefined
}

/** A new world and what filling it returned. */
export interface CreatedWorld<Filled> {
  readonly world: World
  readonly filled: Filled
}

/** Creates a world of an image and fills it. A world that cannot be filled is deleted again. */
export function createWorld<Filled>(
  { live, expiry, remove }: CreationContext,
  { name, ttl, image, from }: Creation,
  fill: (world: World) => Filled,
): CreatedWorld<Filled> {
  // First: a world that is created and a process that ends before its time to live is stored would stay for ever.
  if (ttl !== undefined) expiry.start(name, ttl)
  let world: World
  try {
    world = live.openOrCreate(name, image)
  } catch (error) {
    expiry.forget(name)
    throw error
  }
  try {
    const filled = fill(world)
    const action = from !== undefined && 'world' in from ? 'forked' : 'created'
    world.journal.announce('world', { action, ...originOf(from) })
    return { world, filled }
  } catch (error) {
    remove(name)
    throw error
  }
}

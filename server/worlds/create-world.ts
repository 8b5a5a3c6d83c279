import type { Content } from '#db/sharing.ts'
import { ApiError } from '../domain/errors/api-errors.ts'
import { checkedNewName } from '../domain/world-name.ts'
import type { WorldExpiry } from './expiry.ts'
import type { LiveWorlds } from './live-worlds.ts'
import { WorldNameGenerator } from './name-generator.ts'
import { type NewWorld, originOf } from './options.ts'
import type { World } from './world.ts'
import type { WorldSources } from './world-sources.ts'

/** What the creation of a world works on. */
interface CreationContext {
  readonly live: LiveWorlds
  readonly expiry: WorldExpiry
  readonly sources: WorldSources
  /** Tells whether a world exists. */
  readonly hasWorld: (name: string) => boolean
  /** Deletes a world. */
  readonly remove: (name: string) => void
}

/** A new world and what filling it returned. */
export interface CreatedWorld<Filled> {
  readonly world: World
  readonly filled: Filled
}

/** Creates worlds of an origin, by the name of a request or by a free one. */
export class WorldCreation {
  readonly #context: CreationContext
  readonly #freeNames: WorldNameGenerator

  constructor(context: CreationContext) {
    this.#context = context
    this.#freeNames = new WorldNameGenerator(context.hasWorld)
  }

  /**
   * Creates a world and fills it. A world that cannot be filled is deleted again.
   *
   * @throws ApiError when the name is taken or the origin does not exist; what `fill` throws.
   */
  create<Filled>({ name, from, ttl }: NewWorld, fill: (world: World) => Filled): CreatedWorld<Filled> {
    const { hasWorld, sources } = this.#context
    const create = (free: string): CreatedWorld<Filled> => {
      if (hasWorld(free)) throw new ApiError('control.world-taken', { detail: free })
      return this.#filled({ name: free, from, ttl }, sources.contentOf(from), fill)
    }
    return name === undefined ? this.#freeNames.use(create) : create(checkedNewName(name))
  }

  #filled<Filled>(
    { name, from, ttl }: NewWorld & { readonly name: string },
    content: Content | undefined,
    fill: (world: World) => Filled,
  ): CreatedWorld<Filled> {
    const { live, expiry, remove } = this.#context
    // First: a world that is created and a process that ends before its time to live is stored would stay for ever.
    if (ttl !== undefined) expiry.start(name, ttl)
    let world: World
    try {
      world = live.openOrCreate(name, content)
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
}

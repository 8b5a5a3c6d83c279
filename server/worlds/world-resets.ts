import type { Database } from '#db/database.ts'
import type { IncrementalTask } from '#db/incremental-task.ts'
import { openMemory } from '#db/open.ts'
import type { DatabasePool } from '#db/pool.ts'
import { checkedNewName } from '../domain/world-name.ts'
import type { EventLog } from '../journal/event-log.ts'
import { type AllWorldsResult, forAllWorlds } from './all-worlds.ts'
import { type KeptPart, keptParts, restoreParts, type WorldPart } from './kept-parts.ts'
import type { LiveWorlds } from './live-worlds.ts'
import { originOf, type WorldRegistryOptions, type WorldSource } from './options.ts'
import { resetParts } from './reset-parts.ts'
import type { World } from './world.ts'
import type { WorldSources } from './world-sources.ts'

/** What resets work on. */
interface ResetContext {
  readonly options: WorldRegistryOptions
  readonly databases: DatabasePool
  readonly live: LiveWorlds
  readonly sources: WorldSources
  /** Tells whether a world exists. */
  readonly hasWorld: (name: string) => boolean
  /** Returns the names of all worlds. */
  readonly names: () => readonly string[]
  /** Restarts the time to live of a world. */
  readonly touch: (name: string) => void
  readonly events: EventLog
}

/** Returns what events call a reset to an origin. */
function actionOf(from: WorldSource | undefined): 'reset' | 'restored' | 'imported' {
  if (from === undefined) return 'reset'
  if ('snapshot' in from) return 'restored'
  return 'image' in from && from.isImport ? 'imported' : 'reset'
}

/** Resets worlds, whole or in part, to an origin: the seed when absent. */
export class WorldResets {
  readonly #context: ResetContext

  constructor(context: ResetContext) {
    this.#context = context
  }

  /**
   * Resets a world with the origin's clock and settings, no faults and a new journal, except for parts to keep. A failure
   * leaves all of it unchanged.
   */
  one(name: string, from?: WorldSource, keep: readonly KeptPart[] = []): World {
    const { live, databases, sources, hasWorld, touch } = this.#context
    touch(name)
    live.assertCapacity(hasWorld(name) ? name : checkedNewName(name))
    const content = sources.contentOf(from)
    // A world whose file is broken can be reset, though nothing of it can be kept.
    const kept = keep.length === 0 ? undefined : keptParts(live.get(name), keep)
    databases.reset(name, content)
    live.forget(name, kept)
    const world = restoreParts(live.openOrCreate(name, undefined, kept), kept)
    world.journal.announce('world', { action: actionOf(from), ...originOf(from), ...(keep.length > 0 && { keep }) })
    return world
  }

  /** Resets every world to the current state of one origin, except for parts to keep, one world per step. */
  *all(from?: WorldSource, keep: readonly KeptPart[] = []): IncrementalTask<AllWorldsResult> {
    const { live, databases, sources, events } = this.#context
    const image = sources.imageOf(from)
    return yield* this.#toAll((name) => {
      if (keep.length > 0) {
        this.one(name, image && { image }, keep)
      } else {
        databases.reset(name, image)
        live.forget(name)
        events.announce(name, 'world', { action: 'reset', ...originOf(from) })
      }
    })
  }

  /** Resets parts of a world other than its data. */
  partsOf(name: string, parts: readonly WorldPart[], from?: WorldSource): void {
    const { live, options, touch } = this.#context
    touch(name)
    const world = live.get(name)
    this.#withOrigin(from, (origin) => resetParts(world, parts, origin, options))
    world.journal.announce('world', { action: 'reset', parts, ...originOf(from) })
  }

  /** Resets parts of every world other than their data, one world per step. */
  *partsOfAll(parts: readonly WorldPart[], from?: WorldSource): IncrementalTask<AllWorldsResult> {
    const image = this.#context.sources.imageOf(from)
    return yield* this.#toAll((name) => this.partsOf(name, parts, image && { image }))
  }

  #withOrigin(from: WorldSource | undefined, work: (origin: Database) => void): void {
    const { live, sources } = this.#context
    const image = sources.imageOf(from)
    const origin = image === undefined ? live.seedData() : openMemory(image)
    try {
      work(origin)
    } finally {
      if (image !== undefined) origin.close()
    }
  }

  *#toAll(work: (name: string) => void): IncrementalTask<AllWorldsResult> {
    const { names, databases } = this.#context
    return { ...(yield* forAllWorlds(names(), work)), strays: databases.strays() }
  }
}

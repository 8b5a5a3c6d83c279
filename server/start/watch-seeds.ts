import { statSync, watch } from 'node:fs'
import { dirname } from 'node:path'
import { UsageError } from '../config/usage-error.ts'
import { pathOfWorld } from '../domain/world-name.ts'
import type { LazySeeds } from '../seeds/lazy-store.ts'
import type { SeedStore } from '../seeds/seed-store.ts'
import { type ReseededWorlds, reseed } from '../worlds/reseed.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import type { WorldRegistry } from '../worlds/world-registry.ts'

/** Milliseconds without a change after which files are read: editors write a file in several steps. */
const settled = 50

/** What the seeds are watched for. */
export interface WatchOptions {
  /** The path of a seed file, or of a directory of them. */
  readonly path: string
  readonly seeds: LazySeeds
  readonly worlds: WorldRegistry
  /** Receives a sentence for each seed that was read again or refused. */
  readonly report: (message: string) => void
}

/**
 * Reads seed files again when they change. Worlds that were made of such a seed and not changed since begin anew. A seed
 * with a mistake is reported, and the former one stays.
 *
 * @returns The function that ends it.
 * @throws UsageError for a seed that is built in, and so no file.
 */
export async function watchSeeds({ path, seeds, worlds, report }: WatchOptions): Promise<() => void> {
  const { builtInSeeds } = await import('../seeds/image.ts')
  if (builtInSeeds.some((name) => name === path)) {
    throw new UsageError(`--watch needs a seed in a file, or a directory of seeds: ${path} is built in.`)
  }
  const store = await seeds.load()
  const known = new Map(store.made())
  const refused = new Map<string, string>()
  const readAgain = async (): Promise<void> => {
    for (const [name, former] of new Map([...store.made(), ...known])) {
      try {
        const image = await imageOf(store, name)
        known.set(name, image)
        refused.delete(name)
        if (image === former) continue
        report(messageOf(name, await new TimeSlices().finish(reseed(worlds, former, image))))
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        if (refused.get(name) !== message) report(`The seed ${name} is refused, and the former one stays. ${message}`)
        refused.set(name, message)
      }
    }
  }
  let reading = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const isDirectory = statSync(path).isDirectory()
  const watcher = watch(isDirectory ? path : dirname(path), { persistent: false }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      reading = reading.then(readAgain)
    }, settled).unref()
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}

/** Returns the image of a seed as its file is now. */
async function imageOf(store: SeedStore, name: string): Promise<Buffer> {
  await store.prepare(name)
  return store.named(name)
}

function messageOf(name: string, { reset, changed }: ReseededWorlds): string {
  const restarted = reset.length > 0 ? ` and begin anew: ${reset.join(', ')}` : ''
  const first = changed[0]
  const left =
    first === undefined
      ? ''
      : ` Left as they are, since they were changed: ${changed.join(', ')}. POST ${pathOfWorld(first)}/__mock/reset makes one anew.`
  return `The seed ${name} was read again. New worlds have it${restarted}.${left}`
}

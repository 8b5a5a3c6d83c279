import { NewerDatabaseError } from '#db/errors.ts'
import { DirectoryInUseError } from '#db/lock.ts'
import { StorageFullError } from '#db/size-budget.ts'
import { UsageError } from '../config/config.ts'
import type { Configuration } from '../config/configuration.ts'
import { worldOptions } from '../config/subsystem-options.ts'
import { defaultWorld } from '../domain/world-name.ts'
import { LazySeeds } from '../seeds/lazy-store.ts'
import { WorldRegistry } from '../worlds/world-registry.ts'

/** A data directory that cannot be used: not writable, or with a file that is not this server's. */
export class DataDirectoryError extends Error {
  constructor(directory: string, reason: string) {
    super(`The data directory ${directory} cannot be used: ${reason}`)
  }
}

/**
 * Opens the worlds with their seeds. The default world is opened at once, so that unusable data stop the start.
 *
 * @throws SeedFileError, DataDirectoryError, NewerDatabaseError, DirectoryInUseError, or a UsageError for a world that is
 * too large.
 */
export async function openWorlds(
  configuration: Configuration,
  seeds = new LazySeeds(configuration.seed),
): Promise<WorldRegistry> {
  const options = { ...worldOptions(configuration), seeds, image: await seeds.image() }
  let worlds: WorldRegistry | undefined
  try {
    worlds = new WorldRegistry(options)
    // A world that is named before it is created reads the database of the seed, which few starts need.
    if (worlds.has(defaultWorld)) void worlds.world(defaultWorld).db
    else worlds.create({ name: defaultWorld })
    return worlds
  } catch (error) {
    worlds?.close()
    throw startError(error, configuration)
  }
}

function startError(error: unknown, { dataDir }: Configuration): unknown {
  if (error instanceof StorageFullError) return new UsageError(`${error.message}: give it more, or another seed.`)
  const isExplicit = error instanceof NewerDatabaseError || error instanceof DirectoryInUseError
  if (dataDir === undefined || isExplicit) return error
  return new DataDirectoryError(dataDir, error instanceof Error ? error.message : String(error))
}

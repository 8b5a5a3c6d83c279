import { readFileSync } from 'node:fs'
import { errorCode } from '#db/error-code.ts'
import { type IncrementalTask, runToCompletion } from '#db/incremental-task.ts'
import { openMigrated } from '#db/open-migrated.ts'
import { withoutByteOrderMark } from '../domain/byte-order-mark.ts'
import { Clock } from '../domain/time/clock.ts'
import { TimeSlices } from '../worlds/time-slices.ts'
import { World } from '../worlds/world.ts'
import { seeding } from './apply.ts'
import { SeedFileError } from './errors.ts'
import { largeSeed } from './large-seed.ts'
import { languageOf, readSeed } from './parse.ts'
import type { SeedContent } from './schema.ts'
import small from './small.json' with { type: 'json' }
import { imageOfStateFile } from './state-file.ts'

/** The seeds that come with the server. */
export const builtInSeeds = ['small', 'empty', 'large'] as const

/**
 * Returns a built-in seed in the form of a seed file; undefined for any other name. `large` is generated: 16,000
 * entities that differ only in their index.
 */
export function builtInContent(name: string): SeedContent | undefined {
  if (name === 'empty') return {}
  if (name === 'large') return largeSeed()
  if (name !== 'small') return undefined
  const { $schema: _, ...content } = small
  return content
}

/**
 * Returns the database image that worlds are copied from: the latest schema with the seed's entities.
 *
 * @param seed The name of a built-in seed, or the path of a YAML or JSON file or of an exported world.
 * @param clock The time of seeding; it is left frozen.
 */
export const seededImage = (seed: string, clock = new Clock()): Buffer => runToCompletion(imageSteps(seed, clock))

/** Makes the same image in time slices, between which requests are answered. */
export const seededImageInSlices = (seed: string, clock = new Clock()): Promise<Buffer> =>
  new TimeSlices().finish(imageSteps(seed, clock))

function* imageSteps(seed: string, clock: Clock): IncrementalTask<Buffer> {
  try {
    const builtIn = builtInContent(seed)
    if (builtIn !== undefined) return yield* imageWith(clock, (world) => seeding(world, builtIn, { isKnown: true }))
    const text = textOf(seed)
    const state = imageOfStateFile(text)
    if (state !== undefined) return state
    const reading = readSeed({ name: seed, text, language: languageOf(seed) })
    return yield* imageWith(clock, (world) => reading.apply((content) => seeding(world, content)))
  } catch (error) {
    throw new SeedFileError(seed, error)
  }
}

/** Returns the image of a new world that `fill` adds entities to. */
function* imageWith(clock: Clock, fill: (world: World) => IncrementalTask<unknown>): IncrementalTask<Buffer> {
  const db = openMigrated()
  try {
    clock.freeze()
    db.exec('BEGIN')
    yield* fill(new World({ name: 'seed', database: () => db, clock }))
    db.exec('COMMIT')
    return db.serialize()
  } finally {
    db.close()
  }
}

function textOf(file: string): string {
  try {
    return withoutByteOrderMark(readFileSync(file, 'utf8'))
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    throw new Error(`there is no such file, and the built-in seeds are ${builtInSeeds.join(', ')}`)
  }
}

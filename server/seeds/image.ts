import { readFileSync } from 'node:fs'
import { migrate } from '../../db/migrate.ts'
import { openMemory } from '../../db/open.ts'
import { Clock } from '../domain/clock.ts'
import { World } from '../world.ts'
import { applySeed } from './apply.ts'
import { largeSeed } from './large.ts'
import { SeedFileRefused } from './refused.ts'
import type { SeedContent } from './schema.ts'
import small from './small.json' with { type: 'json' }
import { imageOfStateFile } from './state-file.ts'
import { languageOf, withContent } from './text.ts'

/** The seeds that come with the server. */
export const builtInSeeds = ['small', 'empty', 'large'] as const

/**
 * A built-in seed as a file of it would have it; undefined for any other name. `large` is made by counting: what 16,000
 * entities differ in is their numbers.
 */
export function builtInContent(name: string): SeedContent | undefined {
  if (name === 'empty') return {}
  if (name === 'large') return largeSeed()
  if (name !== 'small') return undefined
  const { $schema: _, ...content } = small
  return content
}

/**
 * The image that worlds are copies of: an up-to-date database with the seed's entities in it.
 *
 * @param seed A built-in seed's name, or the path of a YAML or JSON file, or of an exported world.
 * @param clock Says when; it is left frozen.
 */
export function seededImage(seed: string, clock = new Clock()): Buffer {
  try {
    const builtIn = builtInContent(seed)
    if (builtIn !== undefined) return imageWith(clock, (world) => applySeed(world, builtIn, { isKnown: true }))
    const given = { name: seed, text: textOf(seed), language: languageOf(seed) }
    const seeded = () => imageWith(clock, (world) => withContent(given, (content) => applySeed(world, content)))
    return imageOfStateFile(given.text) ?? seeded()
  } catch (error) {
    throw new SeedFileRefused(seed, error)
  }
}

/** The image of a new world that the work fills. */
function imageWith(clock: Clock, fill: (world: World) => unknown): Buffer {
  const db = openMemory()
  try {
    migrate(db)
    clock.freeze()
    fill(new World({ name: 'seed', database: () => db, clock }))
    return db.serialize()
  } finally {
    db.close()
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new Error(`there is no such file, and the built-in seeds are ${builtInSeeds.join(', ')}`)
  }
}

import { readFileSync } from 'node:fs'
import { migrate } from '../../db/migrate.ts'
import { openMemory } from '../../db/open.ts'
import { Clock } from '../domain/clock.ts'
import { World } from '../world.ts'
import { applySeed } from './apply.ts'
import { largeSeed } from './large.ts'
import { SeedFileRefused } from './refused.ts'
import small from './small.json' with { type: 'json' }
import { languageOf, withContent } from './text.ts'

/** The seeds that come with the server. */
export const builtInSeeds = ['small', 'empty', 'large'] as const

/**
 * The image that worlds are copies of: an up-to-date database with the seed's entities in it.
 *
 * @param seed A built-in seed's name, or the path of a YAML or JSON file.
 * @param clock Says when; it is left frozen.
 */
export function seededImage(seed: string, clock = new Clock()): Buffer {
  const db = openMemory()
  try {
    migrate(db)
    clock.freeze()
    const world = new World({ name: 'seed', database: () => db, clock })
    seedWorld(world, seed)
    return db.serialize()
  } catch (error) {
    throw new SeedFileRefused(seed, error)
  } finally {
    db.close()
  }
}

function seedWorld(world: World, seed: string): void {
  if (seed === 'empty') return
  if (seed === 'small') applySeed(world, small, { isKnown: true })
  else if (seed === 'large') applySeed(world, largeSeed(), { isKnown: true })
  else
    withContent({ name: seed, text: textOf(seed), language: languageOf(seed) }, (content) => applySeed(world, content))
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    throw new Error(`there is no such file, and the built-in seeds are ${builtInSeeds.join(', ')}`)
  }
}

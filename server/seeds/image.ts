import { existsSync, readFileSync } from 'node:fs'
import { migrate } from '../../db/migrate.ts'
import { openMemory } from '../../db/open.ts'
import { Clock } from '../domain/clock.ts'
import { World } from '../world.ts'
import { applySeed } from './apply.ts'
import { largeSeed } from './large.ts'
import small from './small.json' with { type: 'json' }

/** The seeds that come with the server. */
export const builtInSeeds = ['small', 'empty', 'large'] as const

/** A seed file that cannot be read, or that is refused: named with the place in it. */
export class SeedFileRefused extends Error {
  constructor(name: string, reason: string) {
    super(`The seed ${name} is refused: ${reason}`)
  }
}

/**
 * The image that worlds are copies of: an up-to-date database with the seed's entities in it.
 *
 * @param seed A built-in seed's name, or the path of a JSON file.
 * @param clock Says when; it is left frozen.
 */
export function seededImage(seed: string, clock = new Clock()): Buffer {
  const db = openMemory()
  try {
    migrate(db)
    clock.freeze()
    applySeed(new World({ name: 'seed', database: () => db, clock }), contentOf(seed))
    return db.serialize()
  } catch (error) {
    throw new SeedFileRefused(seed, error instanceof Error ? error.message : String(error))
  } finally {
    db.close()
  }
}

function contentOf(seed: string): unknown {
  if (seed === 'empty') return {}
  if (seed === 'small') return small
  if (seed === 'large') return largeSeed()
  if (!existsSync(seed)) {
    throw new Error(`there is no such file, and the built-in seeds are ${builtInSeeds.join(', ')}`)
  }
  return JSON.parse(readFileSync(seed, 'utf8'))
}

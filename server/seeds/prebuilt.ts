import { readFileSync } from 'node:fs'
import { errorCode } from '#db/error-code.ts'
import { moveTimes, type Places } from './image-times.ts'

/** The description of a prebuilt image, in the file beside it. */
export interface Prebuilt {
  /** When the seed was applied, in Unix seconds. */
  readonly made_at: number
  /** The offsets of its times. */
  readonly places: Places
}

/** The seeds whose images are built in advance. */
export const prebuiltSeeds = ['small', 'empty'] as const

/**
 * Returns the folder of the images, seen from a module: the folder of this file, and `build/seeds/` from the bundles in
 * `build/server/`.
 */
export const prebuiltFolder = (module: string): URL => new URL('../seeds/', module)

const folder = prebuiltFolder(import.meta.url)
/** SQLite stores later times in more bytes, which would move all offsets. */
const lastSecond = 2 ** 31 - 1
const year = 366 * 86_400

/**
 * The latest image of each seed: servers that a process starts within a second, or at the same frozen time, share it,
 * and so the connections that are kept for it.
 */
const latest = new Map<string, MovedImage>()

/** An image with its times at a moment in Unix seconds, and the offsets of these times. */
interface MovedImage {
  readonly now: number
  readonly image: Buffer
  readonly places: Places
}

/**
 * Returns the prebuilt image of a seed with its times moved to now, in 1 ms where seeding takes 40 ms; undefined for
 * other seeds, and where nothing was built.
 *
 * @param now Unix seconds.
 */
export function prebuiltImage(seed: string, now: number): Buffer | undefined {
  if (!prebuiltSeeds.some((name) => name === seed) || now > lastSecond - year) return undefined
  const known = latest.get(seed)
  if (known?.now === now) return known.image
  const original = known === undefined ? readImage(seed) : { ...known, image: Buffer.from(known.image) }
  if (original === undefined) return undefined
  const { places } = original
  const image = moveTimes(original.image, places, now - original.now)
  latest.set(seed, { now, image, places })
  return image
}

function readImage(seed: string): MovedImage | undefined {
  try {
    const { made_at, places }: Prebuilt = JSON.parse(readFileSync(new URL(`${seed}.prebuilt.json`, folder), 'utf8'))
    return { now: made_at, image: readFileSync(new URL(`${seed}.prebuilt.sqlite`, folder)), places }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

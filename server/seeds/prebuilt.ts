import { readFileSync } from 'node:fs'
import { type Places, timesMoved } from './image-times.ts'

/** An image that was made beforehand, as the file beside it says. */
export interface Prebuilt {
  /** When its seed was applied, in Unix seconds. */
  readonly made_at: number
  /** Where its times are. */
  readonly places: Places
}

/** The seeds of which the build makes images. */
export const prebuiltSeeds = ['small', 'empty'] as const

const folder = new URL('./', import.meta.url)
/** SQLite takes more bytes for later ones, and the places would be others. */
const lastSecond = 2 ** 31 - 1
const year = 366 * 86_400

/**
 * The image of a built-in seed as if it had been applied now: made when the server was built, and its times moved. What
 * takes 40 ms to make is there in one. Undefined where nothing was built, and for other seeds.
 *
 * @param now Unix seconds.
 */
export function prebuiltImage(seed: string, now: number): Buffer | undefined {
  if (!prebuiltSeeds.some((name) => name === seed) || now > lastSecond - year) return undefined
  try {
    const { made_at, places }: Prebuilt = JSON.parse(readFileSync(new URL(`${seed}.prebuilt.json`, folder), 'utf8'))
    return timesMoved(readFileSync(new URL(`${seed}.prebuilt.sqlite`, folder)), places, now - made_at)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

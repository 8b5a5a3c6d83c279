import { mkdirSync, writeFileSync } from 'node:fs'
import { Clock } from '#server/domain/time/clock.ts'
import { seededImage } from '#server/seeds/image.ts'
import { placesOf } from '#server/seeds/image-times.ts'
import { type Prebuilt, prebuiltSeeds } from '#server/seeds/prebuilt.ts'

const folder = new URL('../../build/seeds/', import.meta.url)
/** 1 June 2026, 12:00 UTC: any time works. */
const made_at = 1_780_315_200
/** Seconds that change every digit of a time. */
const by = 37 * 86_400 + 54_321

/** Builds the image of a seed as if it were applied at a time. */
function imageAt(seed: string, seconds: number): Buffer {
  const clock = new Clock()
  clock.freeze(seconds * 1000)
  return seededImage(seed, clock)
}

/** Writes the images of the built-in seeds, so that starts need not build them. */
export function prebuildSeeds(): void {
  mkdirSync(folder, { recursive: true })
  for (const seed of prebuiltSeeds) {
    const image = imageAt(seed, made_at)
    const prebuilt: Prebuilt = { made_at, places: placesOf(image, imageAt(seed, made_at + by), by) }
    writeFileSync(new URL(`${seed}.prebuilt.sqlite`, folder), image)
    writeFileSync(new URL(`${seed}.prebuilt.json`, folder), JSON.stringify(prebuilt))
  }
}

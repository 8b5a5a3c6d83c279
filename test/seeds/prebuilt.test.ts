import t from 'tap'
import { exportState } from '#db/export.ts'
import { openMemory } from '#db/open.ts'
import { Clock } from '#server/domain/time/clock.ts'
import { seededImage } from '#server/seeds/image.ts'
import { moveTimes, placesOf } from '#server/seeds/image-times.ts'
import { prebuiltFolder } from '#server/seeds/prebuilt.ts'
import { testNow } from '../support/mock.ts'

const day = 86_400

/** The image of the small seed as if it had been applied at that moment. */
function imageAt(seconds: number): Buffer {
  const clock = new Clock()
  clock.freeze(seconds * 1000)
  return seededImage('small', clock)
}

/** The image and where its times are, as a build finds them. */
function prebuilt() {
  const by = 37 * day + 54_321
  const image = imageAt(testNow)
  return { image, places: placesOf(image, imageAt(testNow + by), by) }
}

t.test('an image whose times were moved is the one that would have been made then, byte for byte', async (t) => {
  for (const by of [0, 1, 59, -day, 400 * day, 3 * 365 * day + 7]) {
    const { image, places } = prebuilt()
    t.ok(moveTimes(image, places, by).equals(imageAt(testNow + by)), `${by} seconds`)
  }
})

t.test('an image that was moved can be moved on', async (t) => {
  const { image, places } = prebuilt()
  const moved = moveTimes(Buffer.from(moveTimes(image, places, 400 * day)), places, 59 - 400 * day)
  t.ok(moved.equals(imageAt(testNow + 59)))
})

t.test('every moment of the seed is found', async (t) => {
  const { image, places } = prebuilt()
  const db = openMemory(image)
  const text = JSON.stringify(exportState(db))
  db.close()
  const moments = text.match(/(?<=_(?:time|at)\\?":)(?:1[78]\d{8}|\\?"20\d\d-)/g) ?? []
  t.ok(moments.length > 80)
  const found = Object.values(places).flat().length
  t.ok(found >= moments.length, `${found} places for ${moments.length} moments`)
})

t.test('images that differ by more than times are refused', async (t) => {
  const [image, other] = [imageAt(testNow), imageAt(testNow + day)]
  other.write('Meadows', other.indexOf('Meadow '))
  t.throws(() => placesOf(image, other, day), { message: /differ at \d+, and not by a time/ })
  t.throws(() => placesOf(image, other.subarray(1), day), { message: /differ in size/ })
})

t.test('the images are found from the bundles, where the build puts them', async (t) => {
  t.equal(prebuiltFolder('file:///app/build/server/chunk-ABCD1234.js').href, 'file:///app/build/seeds/')
})

import t from 'tap'
import { geohashOf } from '#server/domain/catalogs/geohash.ts'

t.test('a geohash has the digits that are known for a place, as many as are asked for', async (t) => {
  t.equal(geohashOf(57.64911, 10.40744, 11), 'u4pruydqqvj')
  t.equal(geohashOf(37.77, -122.42, 2), '9q')
  t.equal(geohashOf(-33.86, 151.21, 5), 'r3gx2')
})

t.test('a place beyond the poles or the date line is in the last cell', async (t) => {
  t.equal(geohashOf(91, 181, 2), 'zz')
  t.equal(geohashOf(-91, -181, 2), '00')
})

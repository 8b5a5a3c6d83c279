import t from 'tap'
import { RecentMap } from '#server/journal/statistics/recent-map.ts'

t.test('the latest entries are kept, and those before them are counted when they are let go of', async (t) => {
  const map = new RecentMap<number, string>(10)
  for (let key = 0; key < 100; key++) map.set(key, `${key}`)
  for (let key = 90; key < 100; key++) t.equal(map.get(key), `${key}`)
  t.equal(map.get(89), undefined)
  t.equal(map.dropped, 90)
  t.notOk(map.isEmpty)
})

t.test('an entry that is set again is one of the latest, and is let go of once', async (t) => {
  const map = new RecentMap<string, number>(2)
  for (const key of ['a', 'b', 'a', 'c', 'a', 'd']) map.set(key, 1)
  t.equal(map.get('a'), 1)
  t.equal(map.dropped, 2, 'b and c')
})

t.test('what is deleted or cleared is not there, and not counted as let go of', async (t) => {
  const map = new RecentMap<string, number>(2)
  for (const key of ['a', 'b', 'c']) map.set(key, 1)
  map.delete('a')
  map.delete('c')
  t.same([map.get('a'), map.get('b'), map.get('c')], [undefined, 1, undefined])
  map.clear()
  t.ok(map.isEmpty)
  t.equal(map.dropped, 0)
})

t.test('a copy does not change with the map that it is of', async (t) => {
  const map = new RecentMap<string, { count: number }>(2)
  for (const key of ['a', 'b', 'c']) map.set(key, { count: 1 })
  const copy = map.copy((value) => ({ ...value }))
  const kept = map.get('b')
  if (kept !== undefined) kept.count = 2
  map.delete('c')
  t.same([copy.get('b'), copy.get('c')], [{ count: 1 }, { count: 1 }])
})

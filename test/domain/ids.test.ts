import fc from 'fast-check'
import t from 'tap'
import { hash, type IdKind, idOf, requestIdOf } from '../../server/domain/ids.ts'

const ranges: Readonly<Record<IdKind, RegExp>> = {
  ad_account: /^5497\d{8}$/,
  campaign: /^6267\d{8}$/,
  ad_group: /^26800\d{8}$/,
  label: /^1106\d{9}$/,
}
const kinds = Object.keys(ranges) as IdKind[]
const sequence = fc.integer({ min: 1, max: 100_000 })

for (const kind of kinds) {
  t.test(`ids of the kind ${kind} are in the range of the real service`, async () => {
    fc.assert(fc.property(sequence, (nth) => ranges[kind].test(idOf(kind, nth))))
  })

  t.test(`ids of the kind ${kind} rise`, async () => {
    fc.assert(
      fc.property(sequence, sequence, (one, other) => {
        const difference = Number(idOf(kind, one)) - Number(idOf(kind, other))
        return Math.sign(difference) === Math.sign(one - other)
      }),
    )
  })
}

t.test('ids are the same on every run', async (t) => {
  t.same(
    kinds.map((kind) => idOf(kind, 1)),
    kinds.map((kind) => idOf(kind, 1)),
  )
})

t.test('ids do not follow each other at one distance', async (t) => {
  const ids = [1, 2, 3, 4].map((nth) => Number(idOf('campaign', nth)))
  const distances = ids.slice(1).map((id, index) => id - (ids[index] ?? 0))
  t.ok(new Set(distances).size > 1)
})

t.test('a hash is the 32-bit FNV-1a', async (t) => {
  t.equal(hash(''), 0x811c9dc5)
  t.equal(hash('a'), 0xe40c292c)
  t.equal(hash('foobar'), 0xbf9cf968)
})

t.test('ids of requests have sixteen digits', async () => {
  fc.assert(fc.property(fc.nat(), (nth) => /^\d{16}$/.test(requestIdOf(nth))))
})

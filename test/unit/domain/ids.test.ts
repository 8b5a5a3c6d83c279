import t from 'tap'
import { hash, idOf, longRequestIdOf, requestIdOf } from '#server/domain/ids.ts'
import { resources } from '#server/registry/resources.ts'
import { campaignIdRange } from '#server/resources/campaign-management/campaigns/resource.ts'
import fc from '#test/support/fast-check.ts'

/** The ranges of the real service, where they were seen. */
const seen: Readonly<Record<string, RegExp>> = {
  ad_account: /^5497\d{8}$/,
  campaign: /^6267\d{8}$/,
  ad_group: /^26800\d{8}$/,
  label: /^1106\d{9}$/,
  ad: /^687[12]\d{8}$/,
  keyword: /^2887\d{9}$/,
  targeting_template: /^5841\d{9}$/,
  order_line: /^549\d{9}$/,
  product_group_promotion: /^268\d{10}$/,
  product_group: /^443\d{9}$/,
  audience: /^2542\d{9}$/,
  customer_list: /^\d{7}$/,
  customer_list_upload: /^\d{7}$/,
  conversion_tag: /^261[23]\d{9}$/,
  board: /^1\d{18}$/,
  board_section: /^5195\d{15}$/,
  pin: /^1\d{18}$/,
  user: /^1\d{18}$/,
  media: /^5212\d{15}$/,
}
const ranges = resources.flatMap(({ ids = [] }) => ids)
const sequence = fc.integer({ min: 1, max: 100_000 })

t.test('every range that was seen is the one of a kind', async (t) => {
  const kinds = ranges.map(({ kind }) => kind)
  t.same(
    Object.keys(seen).filter((kind) => !kinds.includes(kind)),
    [],
  )
})

for (const range of ranges) {
  const { kind } = range
  t.test(`ids of the kind ${kind} are in the range of the real service`, async () => {
    const expected = seen[kind] ?? /^[1-9]\d{5,18}$/
    fc.assert(fc.property(sequence, (nth) => expected.test(idOf(range, nth))))
  })

  t.test(`ids of the kind ${kind} rise`, async () => {
    fc.assert(
      fc.property(sequence, sequence, (one, other) => {
        const difference = BigInt(idOf(range, one)) - BigInt(idOf(range, other))
        return Math.sign(Number(difference)) === Math.sign(one - other)
      }),
    )
  })
}

t.test('ids are the same on every run', async (t) => {
  t.same(
    ranges.map((range) => idOf(range, 1)),
    ranges.map((range) => idOf({ ...range }, 1)),
  )
})

t.test('ids do not follow each other at one distance', async (t) => {
  const ids = [1, 2, 3, 4].map((nth) => Number(idOf(campaignIdRange, nth)))
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

t.test('long ids of requests have 32 hexadecimal digits, alike for one request and unlike for two', async (t) => {
  const nth = fc.integer({ min: 1, max: 2 ** 31 })
  const long = (sequence: number) => longRequestIdOf(requestIdOf(sequence))
  fc.assert(fc.property(nth, (one) => /^[0-9a-f]{32}$/.test(long(one))))
  fc.assert(fc.property(nth, nth, (one, other) => one === other || long(one) !== long(other)))
  t.equal(long(1), '514e28b8a2880f9cbd96298d7628ae74', 'the same on every run')
  t.equal(new Set(Array.from({ length: 20_000 }, (_, index) => long(index + 1).slice(0, 8))).size, 20_000)
})

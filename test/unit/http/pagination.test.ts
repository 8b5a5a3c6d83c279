import t from 'tap'
import { type ListRequest, Order, PageSize, pageText, sequenceOf } from '#server/http/responses/pagination.ts'
import fc from '#test/support/fast-check.ts'

const list: ListRequest = { operation: 'things/list', filters: { of: '1', order: 'ASCENDING' }, page_size: 2 }
const rows = (...sequences: readonly number[]) => sequences.map((seq) => ({ seq }))
const page = (...sequences: readonly number[]) => JSON.parse(pageText(list, rows(...sequences), ({ seq }) => `${seq}`))

t.test('a row more than the page holds is not shown, and says that there is another page', async (t) => {
  const { items, bookmark } = page(5, 7, 9)
  t.strictSame(items, [5, 7])
  t.equal(sequenceOf({ ...list, bookmark }), 7)
})

t.test('a page that is full or not, with nothing behind it, has the bookmark null', async (t) => {
  t.strictSame(page(5, 7), { items: [5, 7], bookmark: null })
  t.strictSame(page(5), { items: [5], bookmark: null })
  t.strictSame(page(), { items: [], bookmark: null })
})

t.test('a list that ends with an empty page has a bookmark as long as a page shows anything', async (t) => {
  const walked: ListRequest = { ...list, ends: 'with an empty page' }
  const pageOf = (...sequences: readonly number[]) =>
    JSON.parse(pageText(walked, rows(...sequences), ({ seq }) => `${seq}`))
  t.equal(sequenceOf({ ...walked, bookmark: pageOf(5, 7, 9).bookmark }), 7)
  t.equal(sequenceOf({ ...walked, bookmark: pageOf(5, 7).bookmark }), 7)
  t.equal(sequenceOf({ ...walked, bookmark: pageOf(5).bookmark }), 5)
  t.strictSame(pageOf(), { items: [], bookmark: null })
})

t.test('the first page needs no bookmark, and an empty one is none', async (t) => {
  t.equal(sequenceOf(list), undefined)
  t.equal(sequenceOf({ ...list, bookmark: '' }), undefined)
})

t.test('a bookmark holds for another size of page', async (t) => {
  t.equal(sequenceOf({ ...list, page_size: 250, bookmark: page(1, 2, 3).bookmark }), 2)
})

t.test('a bookmark of another list, or of other filters, is refused', async (t) => {
  const { bookmark } = page(1, 2, 3)
  for (const other of [{ operation: 'others/list' }, { filters: { of: '2', order: 'ASCENDING' } }, { filters: {} }]) {
    t.throws(() => sequenceOf({ ...list, ...other, bookmark }), {
      message: /^Invalid request: bookmark: .*another list/,
    })
  }
})

t.test('what this server never made is refused as a bookmark, whatever it is', async (t) => {
  const isRefused = (bookmark: string) => {
    try {
      return bookmark === '' || sequenceOf({ ...list, bookmark }) === undefined
    } catch (error) {
      return error instanceof Error && error.message.startsWith('Invalid request: bookmark')
    }
  }
  t.doesNotThrow(() => fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String()), isRefused)))
  const encoded = (text: string) => Buffer.from(text).toString('base64url')
  for (const text of ['7', '7.', '.x', '-7.abc', '7e2.abc', '99999999999999999999.abc', '7.abc.def', 'null.abc']) {
    t.ok(isRefused(encoded(text)), text)
  }
})

t.test('a bookmark can stand in a URL as it is, and every position comes back from it', async (t) => {
  const comesBack = (seq: number) => {
    const { bookmark } = page(seq - 1, seq, seq + 1)
    return /^[A-Za-z0-9_-]+$/.test(bookmark) && sequenceOf({ ...list, bookmark }) === seq
  }
  t.doesNotThrow(() => fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), comesBack)))
})

t.test('a page holds 25 unless told otherwise, and from 1 to 250', async (t) => {
  t.strictSame(
    [undefined, '', '1', '250', 9].map((value) => PageSize.parse(value)),
    [25, 25, 1, 250, 9],
  )
  for (const value of ['0', '251', '-1', '1.5', '3e', ' 3', '0x10', 'ten', null, ['1', '2'], '9'.repeat(20)]) {
    t.notOk(PageSize.safeParse(value).success, String(value))
  }
})

t.test('an order is one of two words', async (t) => {
  t.strictSame(
    ['ASCENDING', 'DESCENDING', '', undefined].map((value) => Order.parse(value)),
    ['ASCENDING', 'DESCENDING', undefined, undefined],
  )
  for (const value of ['ascending', 'UP', null]) t.notOk(Order.safeParse(value).success)
})

import t from 'tap'
import { CampaignReference, ClearableTime, Id, LongId, Micro, text, UnixTime } from '#server/http/schema/fields.ts'
import { IdFilter, listOf, QueryBoolean, queryInteger, requiredListOf } from '#server/http/schema/query-fields.ts'
import type { Json } from '#test/support/mock.ts'

const passes = (schema: Json, ...values: readonly unknown[]) => values.filter((one) => !schema.safeParse(one).success)
const fails = (schema: Json, ...values: readonly unknown[]) => values.filter((one) => schema.safeParse(one).success)

t.test('an id is a text of up to 18 digits', async (t) => {
  t.strictSame(passes(Id, '0', '549755885175', '9'.repeat(18)), [])
  t.strictSame(fails(Id, '', '9'.repeat(19), 'C1', '-1', '1.0', '1 ', '1\n', '١', 1, null, undefined), [])
})

t.test('a campaign may be named with a C before its id', async (t) => {
  t.strictSame(passes(CampaignReference, '1', 'C1', `C${'9'.repeat(19)}`), [])
  t.strictSame(fails(CampaignReference, 'C', 'c1', 'CC1', '1C', 'D1', 'C'.repeat(19)), [])
})

t.test('an id for which no length is documented is a text of digits', async (t) => {
  t.strictSame(passes(LongId, '0', '1055601737567567993', '9'.repeat(500)), [])
  t.strictSame(fails(LongId, '', 'C1', '-1', '1.0', '1 ', '1\n', '١', 1, null, undefined), [])
})

t.test('an amount is a whole number of micro-currency that JSON can carry', async (t) => {
  t.strictSame(passes(Micro, 0, 5_000_000, 2 ** 53 - 1, 5.0), [])
  t.strictSame(fails(Micro, -1, 0.5, 2 ** 53, Number.NaN, '5000000', true, null), [])
})

t.test('a moment is not before 1970, and -1 clears it where it can be cleared', async (t) => {
  t.strictSame(passes(UnixTime, 0, 1_780_315_200), [])
  t.strictSame(fails(UnixTime, -1, 1.5, '1780315200'), [])
  t.strictSame(passes(ClearableTime, -1, 0), [])
  t.strictSame(fails(ClearableTime, -2), [])
})

t.test('the length of a text is counted in characters as people see them, not in halves of them', async (t) => {
  const five = text(5)
  t.strictSame(passes(five, '', 'abcde', '😀😀😀😀😀', 'ä☃ß'), [])
  t.strictSame(fails(five, 'abcdef', '😀😀😀😀😀😀', 'x'.repeat(100)), [])
})

t.test('a text has no NUL and no half of a character', async (t) => {
  t.strictSame(fails(text(5), 'a\u0000b', '\ud83d', '\ude00', 5, null), [])
})

t.test('a list in a query is repeated, joined by commas, or both', async (t) => {
  const List = listOf(Id)
  t.strictSame(List.parse('1'), ['1'])
  t.strictSame(List.parse('1,2'), ['1', '2'])
  t.strictSame(List.parse(['1', '2,3']), ['1', '2', '3'])
  t.strictSame(List.parse('1,,2,'), ['1', '2'])
  t.strictSame(fails(List, 'x', '1,x', ['1', 'x'], '1, 2'), [])
})

t.test('an empty list in a query is none', async (t) => {
  for (const nothing of [undefined, '', ',', ['', '']]) t.equal(listOf(Id).parse(nothing), undefined)
})

t.test('ids to filter by are up to 250', async (t) => {
  t.strictSame(passes(IdFilter, Array(250).fill('1').join(','), Array(250).fill('1')), [])
  t.strictSame(fails(IdFilter, Array(251).fill('1').join(','), Array(251).fill('1')), [])
})

t.test('a boolean in a query is true or false in any case', async (t) => {
  t.strictSame(
    ['true', 'True', 'TRUE', 'false', 'False'].map((value) => QueryBoolean.parse(value)),
    [true, true, true, false, false],
  )
  t.equal(QueryBoolean.parse(undefined), undefined)
  t.strictSame(fails(QueryBoolean, 'yes', '1', '0', ['true', 'false']), [])
})

t.test('a list that must be there is not empty for want of it', async (t) => {
  t.strictSame(requiredListOf(Id).parse('1,2'), ['1', '2'])
  t.strictSame(fails(requiredListOf(Id, { max: 2 }), undefined, '', '1,2,3'), [])
})

t.test('a whole number in a query stands in its range, and absent or empty is another', async (t) => {
  const Limit = queryInteger('limit', { min: 1, max: 50, otherwise: 20 })
  t.strictSame(
    ['1', '50', '', undefined].map((value) => Limit.parse(value)),
    [1, 50, 20, 20],
  )
  t.strictSame(fails(Limit, '0', '51', '1.5', 'x', ['1', '2']), [])
  t.match(Limit.safeParse('x').error?.issues, [{ message: "Parameter 'limit' was not numeric (was x)" }])
})

import t from 'tap'
import { z } from 'zod'
import { issuesOfNearestOption } from '#server/http/validation/union-issues.ts'

const boot = z.strictObject({ kind: z.literal('boot'), sizes: z.array(z.int()) })
const tent = z.strictObject({ kind: z.literal('tent'), people: z.int().max(8), poles: z.int() })
const schema = z.union([z.object({ products: z.array(z.union([boot, tent])) }), z.object({ services: z.string() })])

/** Returns the places of what is wrong with a value, with the values that it could have. */
const places = (value: unknown): readonly unknown[] =>
  (schema.safeParse(value).error?.issues ?? [])
    .flatMap((issue) => issuesOfNearestOption(issue, value))
    .map((issue) => [issue.code, issue.path.join('.'), ...(issue.code === 'invalid_value' ? issue.values : [])])

t.test('what is wrong is said of the option whose issues lie deepest', async (t) => {
  t.strictSame(places({ products: [{ kind: 'boot', sizes: [41, 'large'] }] }), [['invalid_type', 'products.0.sizes.1']])
})

t.test('of several as deep, it is said of the one with the fewest', async (t) => {
  t.strictSame(places({ products: [{ kind: 'tent', people: 9, poles: 2 }] }), [['too_big', 'products.0.people']])
})

t.test('a value by which the options differ may be that of any of them', async (t) => {
  t.strictSame(places({ products: [{ kind: 'lamp' }] }), [['invalid_value', 'products.0.kind', 'boot', 'tent']])
})

t.test('a value by which a discriminator tells options apart may be that of any of them', async (t) => {
  const told = z.discriminatedUnion('kind', [boot, tent])
  for (const value of [{ kind: 'lamp' }, {}]) {
    const issues = (told.safeParse(value).error?.issues ?? []).flatMap((one) => issuesOfNearestOption(one, value))
    t.match(issues, [{ code: 'invalid_value', path: ['kind'], values: ['boot', 'tent'] }])
  }
})

t.test('where several options are as near, what each of them needs is said', async (t) => {
  const issuesOf = (value: unknown) =>
    (schema.safeParse(value).error?.issues ?? []).flatMap((issue) => issuesOfNearestOption(issue, value))
  t.match(issuesOf({}), [{ code: 'invalid_union', path: [], message: 'needs one of: products; services' }])
})

t.test('what has the type of no option is said of the union', async (t) => {
  t.strictSame(places(7), [['invalid_union', '']])
})

import t from 'tap'
import { readYaml } from '#server/seeds/yaml.ts'
import fc from '#test/support/fast-check.ts'

/** Where a text says that a name or an item begins, line and column from 1. */
const placeIn = (text: string, part: string) => {
  const before = text.slice(0, text.indexOf(part)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

const text = `# A seed
ad_accounts:
  - &shop { alias: shop, name: "First \\"shop\\"" }
  - <<: *shop
    country: 'US'
campaigns:
- name: |
    Literal
  "daily cap": 5
- tags: [ one, 'two', "three", [ four ] ]
also: *shop
`

for (const [path, part] of [
  [['ad_accounts'], 'ad_accounts:'],
  [['ad_accounts', 0], '{ alias'],
  [['ad_accounts', 0, 'name'], 'name: "First'],
  [['ad_accounts', 1], '<<'],
  [['ad_accounts', 1, 'country'], 'country'],
  [['ad_accounts', 1, 'alias'], '<<'],
  [['campaigns', 0, 'name'], 'name: |'],
  [['campaigns', 0, 'daily cap'], 'daily cap'],
  [['campaigns', 1, 'tags', 1], "'two'"],
  [['campaigns', 1, 'tags', 2], '"three"'],
  [['campaigns', 1, 'tags', 3, 0], 'four'],
  [['also', 'alias'], 'alias: shop'],
  [['nothing'], 'ad_accounts:'],
] as const) {
  t.test(`${path.join('.')} stands where ${part} begins`, async (t) => {
    const expected = placeIn(text, part)
    // The place of a quoted name is that of its quote.
    const column = part === 'daily cap' ? expected.column - 1 : expected.column
    t.same(readYaml(text).placeOf(path), { ...expected, column })
  })
}

t.test('JSON says as YAML what it says as JSON, and every place is one of its text', async () => {
  const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !JSON.stringify(value).includes('"<<"'))
  fc.assert(
    fc.property(json, fc.constantFrom(undefined, 2), (value, indent) => {
      const written = JSON.stringify(value, undefined, indent)
      const { content, placeOf } = readYaml(written)
      const place = placeOf([0, 'a'])
      return JSON.stringify(content) === JSON.stringify(value) && (place?.line ?? 1) <= written.split('\n').length
    }),
  )
})

t.test('a hundred lists in each other are read, and one more is refused, also by aliases', async (t) => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)
  t.doesNotThrow(() => readYaml(nested(100)))
  t.throws(() => readYaml(nested(101)), /nesting exceeded/)
  const aliased = (depth: number) => `- &a ${nested(60)}\n- ${'['.repeat(depth)}*a${']'.repeat(depth)}`
  t.doesNotThrow(() => readYaml(aliased(39)))
  t.throws(() => readYaml(aliased(40)), /more than 100 lists and objects in each other/)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { seededImage } from '#server/seeds/image.ts'

/** What is said of a seed file of that name and text, line by line, each after the file's name. */
function toldOf(t: Test, name: string, text: string): readonly string[] {
  const file = join(t.testdir(), name)
  writeFileSync(file, text)
  try {
    seededImage(file)
    return []
  } catch (error) {
    const [head, ...lines] = (error as Error).message.split('\n')
    t.equal(head, `The seed ${file} is refused:`)
    return lines.map((line) => line.replace(`${file}:`, ''))
  }
}

const shop = 'ad_accounts: [{ alias: shop }]\n'

t.test('every field that breaks the schema is told at once, with its line and column, in order', async (t) => {
  const text = `# A seed
ad_accounts:
  - alias: shop
    features: { labls: true }
campaign: []
campaigns:
  - ad_account: shop
    name: 5
    objective_type: AWARNESS
    daly_spend_cap: 5
    start_time: yesterday
  - ad_account: shop
    name: No objective
`
  t.strictSame(toldOf(t, 'spring.yaml', text), [
    '4:17 ad_accounts[0].features.labls: there is no such field. Did you mean labels?',
    '5:1 campaign: there is no such field. Did you mean campaigns?',
    '8:5 campaigns[0].name: 5 is not of type string: put it in quotes',
    '9:5 campaigns[0].objective_type: "AWARNESS" is not one of AWARENESS, CONSIDERATION, WEB_CONVERSION, CATALOG_SALES, VIDEO_COMPLETION, APP_INSTALL, SALES, LEADS, CTV_CONSIDERATION. Did you mean AWARENESS?',
    '10:5 campaigns[0].daly_spend_cap: there is no such field. Did you mean daily_spend_cap?',
    '11:5 campaigns[0].start_time: "yesterday" is no moment: a duration such as -P30D of at most 50 years, 2026-06-01T12:00:00Z, or Unix seconds',
    '12:5 campaigns[1].objective_type: is required',
  ])
})

t.test('JSON has lines and columns, too', async (t) => {
  const text = '{\n\t"ad_accounts": [\n\t\t{ "alias": "shop", "nmae": "Shop" }\n\t]\n}'
  t.strictSame(toldOf(t, 'spring.json', text), ['3:22 ad_accounts[0].nmae: there is no such field. Did you mean name?'])
})

t.test('a field deep within an item must be one that the API knows', async (t) => {
  const text = `${shop}campaigns:
  - ad_account: shop
    name: Tracked
    objective_type: AWARENESS
    daily_spend_cap: 1000000
    tracking_urls: { clik: [] }
`
  t.strictSame(toldOf(t, 'deep.yaml', text), [
    '7:22 campaigns[0].tracking_urls.clik: there is no such field. Did you mean click?',
  ])
})

t.test('every alias that names nothing is told, and one that two have', async (t) => {
  const campaign = 'name: x, objective_type: AWARENESS, daily_spend_cap: 1000000'
  const text = `${shop}campaigns:
  - { alias: sale, ad_account: shp, ${campaign} }
  - { alias: sale, ad_account: shop, ${campaign} }
labels:
  - { ad_account: shop, label_type: BRAND, value: x, campaigns: [sale, sail] }
`
  t.strictSame(toldOf(t, 'aliases.yaml', text), [
    "3:20 campaigns[0].ad_account: 'shp' is not among the ad_accounts before it. Did you mean shop?",
    "4:7 campaigns[1].alias: 'sale' is taken by one before",
    "6:72 labels[0].campaigns[1]: 'sail' is not among the campaigns before it. Did you mean sale?",
  ])
})

t.test('every rule that refuses is told at its field, and not again for what names the refused', async (t) => {
  const text = `${shop}campaigns:
  - alias: sale
    ad_account: shop
    name: No budget
    objective_type: AWARENESS
    daily_spend_cap: 0
  - ad_account: shop
    name: None either
    objective_type: AWARENESS
ad_groups:
  - { campaign: sale, name: x, billable_event: IMPRESSION }
`
  const reason =
    'CBO (campaign budget optimization) campaigns should have a campaign [lifetime_spend_cap and end_time] or [daily_spend_cap]. (campaign.budget.required)'
  t.strictSame(toldOf(t, 'rules.yaml', text), [
    `7:5 campaigns[0].daily_spend_cap: ${reason}`,
    `8:5 campaigns[1]: ${reason}`,
  ])
})

const mixed = `${shop}campaigns:
  - { alias: sale, ad_account: shp, name: No such account, objective_type: AWARENESS, daily_spend_cap: 1000000 }
  - { alias: poor, ad_account: shop, name: Poor, objective_type: AWARENESS, daily_spend_cap: 5 }
  - { alias: odd, ad_account: shop, name: Odd, objective_type: FAME }
ad_groups:
  - { campaign: sale, name: Of a refused one, billable_event: IMPRESSION }
  - { campaign: odd, name: 5, billable_event: IMPRESSION }
  - { campaign: sael, name: Of none, billable_event: IMPRESSION }
labels:
  - { ad_account: shop, label_type: BRAND, value: Shop, campaigns: [sale, odd] }
boards:
  - { alias: one, name: Trails }
  - { alias: one, name: Trails }
`

t.test('schema, references, aliases and rules are told in one round, each at its place', async (t) => {
  t.strictSame(toldOf(t, 'mixed.yaml', mixed), [
    "3:20 campaigns[0].ad_account: 'shp' is not among the ad_accounts before it. Did you mean shop?",
    "4:77 campaigns[1].daily_spend_cap: Invalid 'spend_cap' (campaign.budget.minimum)",
    '5:48 campaigns[2].objective_type: "FAME" is not one of AWARENESS, CONSIDERATION, WEB_CONVERSION, CATALOG_SALES, VIDEO_COMPLETION, APP_INSTALL, SALES, LEADS, CTV_CONSIDERATION. Did you mean SALES?',
    '8:22 ad_groups[1].name: 5 is not of type string: put it in quotes',
    "9:7 ad_groups[2].campaign: 'sael' is not among the campaigns before it. Did you mean sale?",
    "14:7 boards[1].alias: 'one' is taken by one before",
    '14:19 boards[1].name: Could not create board: the user has one of this name. Sent: "Trails". (board.create.name-taken)',
  ])
})

t.test('what refers to a section that is written under another name is not told to be unknown', async (t) => {
  const text = `ad_account: [{ alias: shop }]
campaigns:
  - { ad_account: shop, name: Sale, objective_type: AWARENESS, daily_spend_cap: 5 }
media: none
`
  t.strictSame(toldOf(t, 'named.yaml', text), [
    '1:1 ad_account: there is no such field. Did you mean ad_accounts?',
    '4:1 media: "none" is not of type array',
  ])
})

t.test('where a value comes from an anchor, the mistake is told where the value stands', async (t) => {
  const text = `ad_accounts:
  - &first { alias: shop, nmae: Shop }
campaigns: *first
`
  t.match(toldOf(t, 'anchors.yaml', text), [/^2:27 ad_accounts\[0\]\.nmae/, /^3:1 campaigns: .* not of type array/])
})

t.test('what an anchor repeats is merged', async (t) => {
  const text = `${shop}campaigns:
  - &base { ad_account: shop, name: One, objective_type: AWARENESS, daily_spend_cap: 1000000 }
  - { <<: *base, name: Two }
`
  t.strictSame(toldOf(t, 'merged.yaml', text), [])
})

const broken: readonly [string, string, string, RegExp][] = [
  ['JSON with a comma too many', 'a.json', '{\n "ad_accounts": [1,\n ]}', /^3:2: is not JSON: Unexpected token '\]'$/],
  ['JSON that ends too early', 'b.json', '{\n "ad_accounts": [', /^2:18: is not JSON: Unexpected end of JSON input$/],
  ['JSON with a string that does not end', 'c.json', '{"ad', /^1:5: is not JSON: Unterminated string$/],
  ['an empty JSON file', 'd.json', '', /^1:1: is not JSON/],
  [
    'YAML with a quote that does not end',
    'e.yaml',
    'ad_accounts:\n  - name: "x',
    /^2:\d+: unexpected end of the stream within a double quoted scalar$/,
  ],
  ['YAML with a key twice', 'f.yaml', 'media: []\nmedia: []', /^2:1: duplicated mapping key$/],
  ['YAML with a tag that nobody knows', 'g.yaml', 'media: !env X', /^1:8: unknown scalar tag !<!env>$/],
  ['YAML of several documents', 'h.yaml', 'media: []\n---\nmedia: []', /^3:1: .*multiple documents/],
  ['YAML that is a list', 'i.yaml', '- media', /^1:1: .* is not of type object/],
]

for (const [what, name, text, message] of broken) {
  t.test(`${what} is refused with the place`, async (t) => {
    t.match(toldOf(t, name, text), [message])
  })
}

t.test('YAML whose aliases would fill the memory is refused', async (t) => {
  const lines = Array.from({ length: 9 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}]`)
  t.match(toldOf(t, 'bomb.yaml', ['a0: &a0 [1]', ...lines].join('\n')), [/^1:1: has more than 1000000 values/])
})

t.test('YAML with an alias within what it is an alias of is refused', async (t) => {
  t.match(toldOf(t, 'round.yaml', 'campaigns: &all [*all]'), [/^1:1: an alias stands within/])
})

t.test('an empty YAML file is an empty seed', async (t) => {
  t.strictSame(toldOf(t, 'empty.yml', '# nothing yet\n'), [])
})

t.test('of many mistakes the first are told, and how many more there are', async (t) => {
  const lines = toldOf(t, 'many.json', JSON.stringify({ media: Array(50).fill({}) }))
  t.equal(lines.length, 21)
  t.equal(lines.at(-1), 'and 30 more')
})

for (const moment of ['P99999999D', '1969-12-31T23:59:59Z', '2026-13-01T00:00:00Z', '2026-06-01', -1, 1e15, 1.5]) {
  t.test(`${moment} is no moment of a seed`, async (t) => {
    const boards = [{ name: 'Trails', created: moment }]
    t.match(toldOf(t, 'moments.json', JSON.stringify({ boards })), [/boards\[0\]\.created: .* is no moment/])
  })
}

for (const moment of ['-P18000D', 'PT1H', '2026-06-01T12:00:00+02:00', 0]) {
  t.test(`${moment} is a moment of a seed`, async (t) => {
    t.strictSame(toldOf(t, 'moments.json', JSON.stringify({ boards: [{ name: 'Trails', created: moment }] })), [])
  })
}

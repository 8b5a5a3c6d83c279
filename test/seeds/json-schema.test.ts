import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import t from 'tap'
import { applySeed } from '#server/seeds/apply.ts'
import { largeSeed } from '#server/seeds/large-seed.ts'
import small from '#server/seeds/small.json' with { type: 'json' }
import { mock } from '../support/mock.ts'

const published = JSON.parse(readFileSync(new URL('../../openapi/seed.schema.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(published)

t.test('the published schema takes the built-in seeds', async (t) => {
  t.ok(validate(small), JSON.stringify(validate.errors))
  t.ok(validate(largeSeed()), JSON.stringify(validate.errors))
})

const violations: readonly [string, object][] = [
  ['a kind that there is not', { adaccounts: [] }],
  ['a field that there is not', { ad_accounts: [{ nmae: 'x' }] }],
  ['a field deep within that there is not', { pins: [{ media_source: { source_type: 'image_url', uri: 'x' } }] }],
  ['a value that there is not', { conversion_tags: [{ ad_account: 'shop', name: 'x', status: 'GONE' }] }],
  ['an item without what it must have', { media: [{}] }],
  ['an id in place of an alias', { ad_groups: [{ campaign_id: '1', name: 'x', billable_event: 'IMPRESSION' }] }],
]

for (const [what, seed] of violations) {
  t.test(`the published schema refuses ${what}`, async (t) => {
    t.notOk(validate(seed))
  })
}

t.test('the seed large, which is generated, is right in every field', async (t) => {
  const { worlds } = await mock(t)
  t.doesNotThrow(() => applySeed(worlds.world('large'), largeSeed()))
})

t.test('it is served', async (t) => {
  const { call } = await mock(t)
  t.strictSame((await call('GET', '/__mock/seed/schema')).body, published)
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { namesOf } from '../fixtures/audiences.ts'
import { type Mock, mock } from '../support/mock.ts'

/** A world of a seed with one ad account and this. */
function seeded(t: Test, sections: object): Promise<Mock> {
  const seed = join(t.testdir(), 'seed.json')
  writeFileSync(seed, JSON.stringify({ ad_accounts: [{ alias: 'shop', name: 'Shop' }], ...sections }))
  return mock(t, { seed })
}

t.test('an audience of a seed names lists, tags and audiences by their aliases', async (t) => {
  const ad_account = 'shop'
  const world = await seeded(t, {
    conversion_tags: [{ alias: 'tag', ad_account, name: 'Checkout' }],
    customer_lists: [{ alias: 'list', ad_account, name: 'Newsletter', records: 'a@example.com' }],
    audiences: [
      { alias: 'visitors', ad_account, name: 'Visitors', audience_type: 'VISITOR', conversion_tag: 'tag' },
      { ad_account, name: 'Customers', audience_type: 'CUSTOMER_LIST', customer_list: 'list' },
      {
        ad_account,
        name: 'Alike',
        audience_type: 'ACTALIKE',
        seeds: ['visitors'],
        rule: { country: 'US', percentage: 1 },
      },
    ],
  })
  const [tag] = (await world.get('/conversion_tags')).body.items
  const [list] = (await world.get('/customer_lists')).body.items
  const [visitors, customers, alike] = (await world.get('/audiences')).body.items
  t.strictSame(visitors.rule, { visitor_source_id: tag.id })
  t.strictSame(customers.rule, { customer_list_id: list.id })
  t.strictSame(alike.rule, { country: 'US', percentage: 1, seed_id: [visitors.id] })
})

t.test('a tag that a seed calls deleted is left out when that is asked for', async (t) => {
  const conversion_tags = [
    { ad_account: 'shop', name: 'Old', status: 'ARCHIVED' },
    { ad_account: 'shop', name: 'New' },
  ]
  const world = await seeded(t, { conversion_tags })
  t.strictSame(await namesOf(world, '/conversion_tags'), ['Old', 'New'])
  t.strictSame(await namesOf(world, '/conversion_tags?filter_deleted=True'), ['New'])
})

t.test('a seed whose audience breaks a rule is refused', async (t) => {
  const audience = {
    ad_account: 'shop',
    name: 'Alike',
    audience_type: 'ACTALIKE',
    rule: { country: 'US', percentage: 1 },
  }
  await t.rejects(seeded(t, { audiences: [audience] }), /rule\.seed_id is required/)
})

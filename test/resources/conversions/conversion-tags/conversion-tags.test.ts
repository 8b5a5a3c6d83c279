import t from 'tap'
import { conversionTagIn, namesOf } from '#test/fixtures/audiences.ts'
import { mock } from '#test/support/mock.ts'

const off = {
  aem_enabled: false,
  aem_fnln_enabled: false,
  aem_ph_enabled: false,
  aem_ge_enabled: false,
  aem_db_enabled: false,
  aem_loc_enabled: false,
  aem_external_id_enabled: false,
  md_frequency: 1,
}

t.test('a created tag is ACTIVE, and what was not configured is off', async (t) => {
  const world = await mock(t)
  const { status, body } = await world.post('/conversion_tags', { name: 'Checkout' })
  t.equal(status, 200)
  t.match(body.id, /^2612\d{9}$/)
  t.ok(body.code_snippet.includes(body.id), 'the snippet names the tag')
  t.strictSame(body, {
    ad_account_id: world.account,
    code_snippet: body.code_snippet,
    id: body.id,
    name: 'Checkout',
    status: 'ACTIVE',
    version: '3',
    configs: off,
  })
})

t.test('what was configured comes back', async (t) => {
  const configs = { ...off, aem_enabled: true, aem_db_enabled: true, md_frequency: 0.6 }
  t.strictSame((await conversionTagIn(await mock(t), configs)).configs, configs)
})

t.test('null is absent', async (t) => {
  const nulls = Object.fromEntries(Object.keys(off).map((field) => [field, null]))
  t.strictSame((await conversionTagIn(await mock(t), nulls)).configs, off)
})

t.test('a tag is got as it was created', async (t) => {
  const world = await mock(t)
  const tag = await conversionTagIn(world)
  const { status, body } = await world.get(`/conversion_tags/${tag.id}`)
  t.equal(status, 200)
  t.strictSame(body, tag)
})

t.test('a list answers all tags by id, without a bookmark', async (t) => {
  const world = await mock(t)
  const tags = []
  for (let count = 0; count < 30; count++) tags.push(await conversionTagIn(world, { name: `Tag ${count}` }))
  t.strictSame((await world.get('/conversion_tags')).body, { items: tags })
})

t.test('an account without tags has an empty list', async (t) => {
  t.strictSame((await (await mock(t)).get('/conversion_tags')).body, { items: [] })
})

t.test('filter_deleted is understood as Python writes it', async (t) => {
  const world = await mock(t)
  await conversionTagIn(world)
  for (const value of ['true', 'false', 'True', 'False']) {
    t.strictSame(await namesOf(world, `/conversion_tags?filter_deleted=${value}`), ['Checkout'])
  }
  t.equal((await world.get('/conversion_tags?filter_deleted=perhaps')).status, 400)
})

t.test('no event can be optimized for, as no tag is on any page', async (t) => {
  const world = await mock(t)
  await conversionTagIn(world)
  const { status, body } = await world.get('/conversion_tags/ocpm_eligible')
  t.equal(status, 200)
  t.strictSame(body, {})
})

t.test('no page was visited, as no tag is on any page', async (t) => {
  const world = await mock(t)
  await conversionTagIn(world)
  for (const query of ['', '?page_size=10&order=DESCENDING&bookmark=']) {
    t.strictSame((await world.get(`/conversion_tags/page_visit${query}`)).body, { items: [], bookmark: null })
  }
  t.equal((await world.get('/conversion_tags/page_visit?bookmark=mine')).status, 400)
  t.equal((await world.get('/conversion_tags/page_visit?page_size=251')).status, 400)
})

t.test("a tag that nobody knows, or another account's, is not found", async (t) => {
  const world = await mock(t)
  const { id } = await conversionTagIn(world)
  const other = (await world.call('POST', '/v5/ad_accounts', { name: 'Other' })).body.id
  for (const path of [`${world.account}/conversion_tags/123`, `${other}/conversion_tags/${id}`]) {
    const { status, body } = await world.call('GET', `/v5/ad_accounts/${path}`)
    t.equal(status, 404)
    t.strictSame(body, { code: 2, message: 'Conversion tag not found.' })
  }
})

t.test('a tag needs a name, and settings that are true or false', async (t) => {
  const world = await mock(t)
  for (const body of [{}, { name: null }, { name: 7 }, { name: 'x'.repeat(256) }, { name: 'x', aem_enabled: 'yes' }]) {
    t.match(await world.post('/conversion_tags', body), {
      status: 400,
      body: { code: 1, message: /^Invalid request: / },
    })
  }
  t.strictSame(await namesOf(world, '/conversion_tags'), [])
})

t.test('tags of an account that nobody knows are 403', async (t) => {
  const { call } = await mock(t)
  for (const path of ['', '/1', '/ocpm_eligible', '/page_visit']) {
    t.equal((await call('GET', `/v5/ad_accounts/123/conversion_tags${path}`)).status, 403)
  }
  t.equal((await call('POST', '/v5/ad_accounts/123/conversion_tags', { name: 'x' })).status, 403)
})

t.test('emptying an ad account deletes its tags', async (t) => {
  const world = await mock(t)
  const { id } = await conversionTagIn(world)
  await world.call('DELETE', `/v5/ad_accounts/${world.account}/sandbox`)
  t.strictSame(await namesOf(world, '/conversion_tags'), [])
  t.not((await conversionTagIn(world)).id, id)
})

t.test('the seed small has a tag', async (t) => {
  t.strictSame(await namesOf(await mock(t, { seed: 'small' }), '/conversion_tags'), ['Checkout'])
})

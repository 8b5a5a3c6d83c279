import t from 'tap'
import { cbo, madeIn } from '#test/fixtures/ad-groups.ts'
import { type Json, type Mock, mock } from '#test/support/mock.ts'

/** The one object of options that a kind of targeting answers. */
async function optionsOf({ call }: Mock, type: string, query = ''): Promise<Json> {
  const { status, body } = await call('GET', `/v5/resources/targeting/${type}${query}`)
  if (status !== 200 || body.length !== 1) throw new Error(`${type} answered ${status} ${JSON.stringify(body)}`)
  return body[0]
}

for (const [type, value, name] of [
  ['APPTYPE', 'ipad', 'iPads'],
  ['GENDER', 'female', 'Female'],
  ['LOCALE', 'de', 'German'],
  ['AGE_BUCKET', '25-34', '25-34'],
  ['LOCATION', 'GR', 'Greece'],
  ['LOCATION', '811', 'U.S.: Reno'],
  ['LOCATION', '36109', 'Australia: Murray'],
  ['GEO', 'BE-VOV', 'Belgium: East Flanders'],
  ['INTEREST', '945391946569', 'Dress'],
] as const) {
  t.test(`options of ${type} have ${value}, called ${name}`, async (t) => {
    t.equal((await optionsOf(await mock(t), type))[value], name)
  })
}

for (const type of ['APPTYPE', 'GENDER', 'LOCALE', 'AGE_BUCKET', 'LOCATION', 'GEO', 'INTEREST']) {
  t.test(`an ad group takes every option of ${type}, and answers it`, async (t) => {
    const world = await mock(t)
    const values = Object.keys(await optionsOf(world, type))
    t.ok(values.length > 2)
    const targeting_spec = { LOCATION: ['US'], [type]: values }
    t.strictSame((await madeIn(world, cbo(world), { targeting_spec })).targeting_spec, targeting_spec)
  })
}

t.test('genders are told as they were recorded, in one object of an array', async (t) => {
  const { app } = await mock(t)
  const headers = { authorization: 'Bearer test' }
  const { payload } = await app.inject({ url: '/v5/resources/targeting/GENDER', headers })
  t.equal(payload, '[{"female":"Female","male":"Male","unknown":"Unspecified"}]')
})

t.test('there are 24 languages, as documented', async (t) => {
  t.equal(Object.keys(await optionsOf(await mock(t), 'LOCALE')).length, 24)
})

t.test('keywords are free text, and no list', async (t) => {
  t.strictSame(await optionsOf(await mock(t), 'KEYWORD'), {})
})

for (const type of ['AUDIENCE_INCLUDE', 'AUDIENCE_EXCLUDE']) {
  t.test(`options of ${type} are the audiences of the ad account that is named`, async (t) => {
    const world = await mock(t, { seed: 'small' })
    const { body } = await world.get('/audiences')
    const named = Object.fromEntries(body.items.map(({ id, name }: Json) => [id, name]))
    t.ok(body.items.length > 0)
    t.strictSame(await optionsOf(world, type, `?ad_account_id=${world.account}`), named)
    t.strictSame(await optionsOf(world, type), {})
  })
}

t.test('options take what older clients sign their calls with', async (t) => {
  const signed = '?client_id=1094834&oauth_signature=8209f&timestamp=1618338184277'
  t.match(await optionsOf(await mock(t), 'GENDER', signed), { male: 'Male' })
})

t.test('options are refused for a kind of targeting that nobody knows, and in another case', async (t) => {
  const { call } = await mock(t)
  for (const type of ['SHOE_SIZE', 'gender', 'SHOPPING_RETARGETING']) {
    const { status, body } = await call('GET', `/v5/resources/targeting/${type}`)
    t.equal(status, 400, type)
    t.match(body, { code: 1, message: /is not one of/ })
  }
})

for (const query of ['client_id=x', 'timestamp=soon', 'ad_account_id=x', `ad_account_id=${'1'.repeat(19)}`]) {
  t.test(`options are refused with ${query}`, async (t) => {
    const { call } = await mock(t)
    const { status, body } = await call('GET', `/v5/resources/targeting/GENDER?${query}`)
    t.equal(status, 400)
    t.equal(body.code, 1)
  })
}

t.test('options of an ad account that this world does not have are refused', async (t) => {
  const { call } = await mock(t)
  const { status, body } = await call('GET', '/v5/resources/targeting/AUDIENCE_INCLUDE?ad_account_id=1')
  t.equal(status, 403)
  t.equal(body.code, 29)
})

t.test('an interest answers its name, its level and what it is divided into', async (t) => {
  const { call } = await mock(t)
  const interest = async (id: string) => (await call('GET', `/v5/resources/targeting/interests/${id}`)).body
  const { child_interests, ...fashion } = await interest('948967005229')
  t.strictSame(fashion, { id: '948967005229', name: "Women's Fashion", level: 1 })
  t.ok(child_interests.includes('945391946569'))
  t.strictSame(await interest('945391946569'), { id: '945391946569', name: 'Dress', level: 2, child_interests: [] })
})

t.test('every interest that is listed or a child of one can be asked for', async (t) => {
  const world = await mock(t)
  for (const [id, name] of Object.entries(await optionsOf(world, 'INTEREST'))) {
    const { status, body } = await world.call('GET', `/v5/resources/targeting/interests/${id}`)
    t.equal(status, 200)
    t.equal(body.name, name)
    for (const child of body.child_interests) {
      t.equal((await world.call('GET', `/v5/resources/targeting/interests/${child}`)).body.level, 2)
    }
  }
})

t.test('an interest that nobody knows is a 404, and one that is no id a 400', async (t) => {
  const { call } = await mock(t)
  const unknown = await call('GET', '/v5/resources/targeting/interests/12')
  t.equal(unknown.status, 404)
  t.strictSame(unknown.body, { code: 2, message: 'Interest not found.' })
  t.equal((await call('GET', '/v5/resources/targeting/interests/dress')).status, 400)
})

t.test('a list of ad groups tells interests by name when asked to, and leaves ids that nobody knows', async (t) => {
  const world = await mock(t)
  const targeting_spec = { LOCATION: ['US'], INTEREST: ['945391946569', '12'] }
  await madeIn(world, cbo(world), { targeting_spec })
  await madeIn(world, cbo(world))
  const specs = async (query: string) =>
    (await world.get(`/ad_groups${query}`)).body.items.map((item: Json) => item.targeting_spec)
  t.strictSame(await specs('?translate_interests_to_names=true'), [{ LOCATION: ['US'], INTEREST: ['Dress', '12'] }, {}])
  t.strictSame(await specs(''), [targeting_spec, {}])
})

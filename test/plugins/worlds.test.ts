import t from 'tap'
import { mock } from '../support/mock.ts'

t.test('worlds share nothing but the seed', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const accounts = async (world: string) => (await call('GET', `/w/${world}/v5/ad_accounts`)).body.items.length
  await call('POST', '/w/one/v5/ad_accounts', { name: 'Only in one' })
  t.equal(await accounts('one'), 4)
  t.equal(await accounts('two'), 3)
})

t.test('the same calls give the same ids in every world', async (t) => {
  const { call } = await mock(t)
  const created = async (world: string) => (await call('POST', `/w/${world}/v5/ad_accounts`, {})).body.id
  t.equal(await created('one'), await created('two'))
})

t.test('a world answers with and without /v5', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  const answers = await Promise.all(
    ['/v5/ad_accounts', '/ad_accounts', '/w/default/v5/ad_accounts', '/w/default/ad_accounts'].map((url) =>
      call('GET', url),
    ),
  )
  for (const { body } of answers) t.same(body, answers[0]?.body)
})

t.test('a reset gives one world the seed again and leaves the others as they are', async (t) => {
  const { call } = await mock(t, { seed: 'small' })
  for (const world of ['one', 'two']) await call('POST', `/w/${world}/v5/ad_accounts`, {})
  await call('POST', '/w/one/__mock/reset')
  t.equal((await call('GET', '/w/one/v5/ad_accounts')).body.items.length, 3)
  t.equal((await call('GET', '/w/two/v5/ad_accounts')).body.items.length, 4)
})

t.test('a reset world of a data directory is the seed again after a restart, too', async (t) => {
  const dataDir = t.testdir()
  const { call, app } = await mock(t, { seed: 'small', dataDir })
  await call('POST', '/w/one/v5/ad_accounts', {})
  await call('POST', '/w/one/__mock/reset')
  await app.close()
  const again = await mock(t, { seed: 'empty', dataDir })
  t.equal((await again.call('GET', '/w/one/v5/ad_accounts')).body.items.length, 3)
})

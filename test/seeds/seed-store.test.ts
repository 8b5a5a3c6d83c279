import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { SeedStore } from '#server/seeds/seed-store.ts'
import { type Json, type Mock, mock } from '../support/mock.ts'

const accountOf = (name: string): string => JSON.stringify({ ad_accounts: [{ alias: 'shop', name }] })

/** The names of a world's ad accounts. */
async function accounts({ call }: Mock, world = ''): Promise<readonly string[]> {
  return (await call('GET', `${world}/v5/ad_accounts`)).body.items.map(({ name }: Json) => name)
}

const directory = (t: Test): string =>
  t.testdir({
    'default.json': accountOf('By default'),
    'checkout.yaml': 'ad_accounts:\n  - name: Checkout\n',
    'broken.yaml': 'ad_accounts:\n  - nmae: Broken\n',
    'README.md': 'not a seed',
  })

t.test('of a directory, each file is a seed by its name, and default is what worlds begin with', async (t) => {
  const world = await mock(t, { seed: directory(t) })
  t.same(await accounts(world), ['By default'])
  await world.call('POST', '/__mock/worlds', { name: 'one', from: { seed: 'checkout' } })
  t.same(await accounts(world, '/w/one'), ['Checkout'])
  await world.call('POST', '/w/one/__mock/reset', { from: { seed: 'default' } })
  t.same(await accounts(world, '/w/one'), ['By default'])
})

t.test('the seeds are listed with the built-in ones', async (t) => {
  const { call } = await mock(t, { seed: directory(t) })
  t.strictSame((await call('GET', '/__mock/seeds')).body, {
    items: ['default', 'broken', 'checkout', 'small', 'empty', 'large'],
  })
})

t.test('worlds of a directory without a default begin with small', async (t) => {
  const world = await mock(t, { seed: t.testdir({ 'checkout.yaml': '' }) })
  t.equal((await accounts(world))[0], 'Meadow Outdoor')
})

t.test('a file is also known by its name', async (t) => {
  const seed = join(t.testdir({ 'spring.json': accountOf('Spring') }), 'spring.json')
  const world = await mock(t, { seed })
  await world.call('POST', '/__mock/reset', { from: { seed: 'empty' } })
  t.same(await accounts(world), [])
  await world.call('POST', '/__mock/reset', { from: { seed: 'spring' } })
  t.same(await accounts(world), ['Spring'])
})

t.test('a file that has changed is read again', async (t) => {
  const seed = directory(t)
  const world = await mock(t, { seed })
  writeFileSync(join(seed, 'checkout.yaml'), 'ad_accounts:\n  - name: Changed later\n')
  await world.call('POST', '/__mock/reset', { from: { seed: 'checkout' } })
  t.same(await accounts(world), ['Changed later'])
})

t.test('a seed that is refused is a 400 with the same words as at the start', async (t) => {
  const seed = directory(t)
  const { call } = await mock(t, { seed })
  const { status, headers, body } = await call('POST', '/__mock/worlds', { name: 'one', from: { seed: 'broken' } })
  t.equal(status, 400)
  t.equal(headers['x-mock-rules'], 'control.seed')
  const file = join(seed, 'broken.yaml')
  const reason = 'there is no such field. Did you mean name?'
  t.equal(body.message, `The seed ${file} is refused:\n${file}:2:5 ad_accounts[0].nmae: ${reason}`)
  t.throws(() => new SeedStore(file).image(), { message: body.message })
})

t.test('a call cannot have a file read that is no seed of the server', async (t) => {
  const { call } = await mock(t, { seed: directory(t) })
  const { status, body } = await call('POST', '/__mock/reset', { from: { seed: '../default.json' } })
  t.equal(status, 400)
  t.match(body.message, /there is none of that name, but default, broken, checkout/)
})

t.test('two files of one name are refused', async (t) => {
  const seed = t.testdir({ 'a.json': '{}', 'a.yaml': '' })
  t.throws(() => new SeedStore(seed).image(), { message: /a\.yaml is refused: .*a\.json has the same name/ })
})

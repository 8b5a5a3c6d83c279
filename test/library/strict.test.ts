import t from 'tap'
import { type MockWorld, startMock } from '#server/index.ts'

for (const listen of [true, false]) {
  t.test(`in strict mode the library's tokens pass, ${listen ? 'over a socket' : 'in the process'}`, async (t) => {
    const mock = await startMock({ auth: 'strict', listen })
    t.teardown(() => mock.close())
    for (const world of [mock, await mock.fork(), await mock.create({ from: { seed: 'empty' } }), mock.world('new')]) {
      const headers = { authorization: `Bearer ${world.token}` }
      t.equal((await world.fetch(`${world.baseUrl}/ad_accounts`, { headers })).status, 200, world.name)
      t.equal(world.env.PINTEREST_ACCESS_TOKEN, world.token)
      const inDefault = await mock.fetch(`${mock.url}/w/default/v5/ad_accounts`, { headers })
      t.equal(inDefault.status, world === mock ? 200 : 401)
    }
    const { status } = await mock.fetch(`${mock.baseUrl}/ad_accounts`, {
      headers: { authorization: 'Bearer any-text' },
    })
    t.equal(status, 401)
  })
}

t.test('with strict worlds, the library makes worlds by create and fork, and names one that nobody made', async (t) => {
  const mock = await startMock({ worlds: 'strict', listen: false })
  t.teardown(() => mock.close())
  const statusIn = async ({ baseUrl, token }: MockWorld) =>
    (await mock.fetch(`${baseUrl}/ad_accounts`, { headers: { authorization: `Bearer ${token}` } })).status
  t.equal(await statusIn(await mock.create({ name: 'made' })), 200)
  t.equal(await statusIn(mock.world('made')), 200)
  t.equal(await statusIn(await mock.fork()), 200)
  t.equal(await statusIn(mock.world('maed')), 404)
  await t.rejects(mock.world('maed').requests.count(), { status: 404, message: /'maed'. Did you mean made\?/ })
})

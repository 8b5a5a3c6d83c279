import t, { type Test } from 'tap'
import { configurationOf } from '#server/config/config.ts'
import { connectMock } from '#server/index.ts'
import { startServer } from '#server/server.ts'

/** A server that listens, and the world of a client that made one call to it. */
async function worldOf(t: Test, options: Readonly<Record<string, unknown>> = {}) {
  const { app, about } = await startServer(configurationOf({ port: 0, logLevel: 'silent', seed: 'small', ...options }))
  t.teardown(() => app.close())
  const world = connectMock(about.base_url).world('one')
  const { headers } = await world.fetch('/ad_accounts', { headers: { authorization: 'Bearer x' } })
  return { world, origin: new URL(about.base_url).origin, id: headers.get('x-mock-request-id') ?? '' }
}

/** The address that a failure of a verification names; undefined where it names none. */
async function addressIn(verification: Promise<unknown>): Promise<{ body: unknown; message: string }> {
  try {
    await verification
  } catch (error) {
    const { body, message } = error as { body: { console?: string }; message: string }
    return { body: body.console, message: message.split('\n').at(-1) ?? '' }
  }
  throw new Error('verified')
}

t.test('a verification that fails names where the console shows its near misses', async (t) => {
  const { world, origin, id } = await worldOf(t)
  const match = { operation: 'ad_accounts/list', status: 404 } as const
  const { body, message } = await addressIn(world.requests.verify(match))
  t.equal(message, `In the console: ${body}`)
  const [page = '', query] = String(body).split('?')
  t.equal(page, `${origin}/console/#/traffic`)
  t.same(Object.fromEntries(new URLSearchParams(query)), {
    world: 'one',
    near: id,
    expected: JSON.stringify({ match }),
  })
  const waited = await addressIn(world.requests.wait(match, { timeout: 0 }))
  t.match(waited.body, /%22at_least%22%3A1/)
})

t.test('an expectation that is too long for an address is left out of it', async (t) => {
  const { world, id } = await worldOf(t)
  const match = {
    operation: 'ad_accounts/list',
    headers: { accept: 'x'.repeat(900), 'user-agent': 'x'.repeat(900) },
  } as const
  const { body } = await addressIn(world.requests.verify(match))
  t.match(body, new RegExp(`\\?world=one&near=${id}$`))
})

t.test('there is no address without near misses', async (t) => {
  const { world } = await worldOf(t)
  t.equal((await addressIn(world.requests.verify({ operation: 'ad_accounts/list' }, { never: true }))).body, undefined)
})

t.test('--console off leaves the address out', async (t) => {
  const { world } = await worldOf(t, { console: false })
  const { body, message } = await addressIn(world.requests.verify({ operation: 'ad_accounts/list', status: 404 }))
  t.equal(body, undefined)
  t.notMatch(message, /console/)
})

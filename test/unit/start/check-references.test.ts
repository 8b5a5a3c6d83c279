import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { configurationOf, UsageError } from '#server/config/config.ts'
import { openServer } from '#server/server.ts'
import type { About } from '#server/start/about.ts'

/** What a server of these options says of itself; the error where it is refused at the start. */
async function startedWith(t: Test, options: Readonly<Record<string, unknown>>): Promise<About | Error> {
  try {
    const { app, describe } = await openServer(configurationOf({ logLevel: 'silent', ...options }))
    t.teardown(() => app.close())
    await app.ready()
    return describe('http://localhost')
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
}

t.test(
  'a token of a user whom the seed has not is refused at the start, with the nearest and without the token',
  async (t) => {
    const error = await startedWith(t, { tokens: { 'secret-token': { user: 'costal_kitchens' } } })
    t.match(error, {
      message:
        "--tokens: …: user: there is no user 'costal_kitchens' in the seed small. Did you mean coastal_kitchens?",
    })
  },
)

t.test('a user of the seed passes by name, whatever its case, and by id', async (t) => {
  const about = await startedWith(t, { tokens: { one: { user: 'Coastal_Kitchens' }, two: {} } })
  t.match(about, { warnings: undefined, name: 'pinterest-ads-mock' })
})

t.test(
  'a user of another seed in the directory passes, and one of a built-in seed that is not used does not',
  async (t) => {
    const seed = t.testdir({ 'default.yaml': '{}', 'other.yaml': 'users: [{ username: visitor }]', 'broken.yaml': '[' })
    t.match(await startedWith(t, { seed, tokens: { one: { user: 'visitor' } } }), { name: 'pinterest-ads-mock' })
    t.match(await startedWith(t, { seed, tokens: { one: { user: 'coastal_kitchens' } } }), {
      message: /no user 'coastal_kitchens'/,
    })
  },
)

t.test('a user whom a world of the data directory has passes', async (t) => {
  const [dataDir, seed] = [t.testdir(), `${t.testdir({ 'seed.yaml': 'users: [{ username: visitor }]' })}/seed.yaml`]
  const first = await openServer(configurationOf({ logLevel: 'silent', dataDir, seed }))
  await first.app.close()
  writeFileSync(seed, '{}')
  t.match(await startedWith(t, { dataDir, seed, tokens: { one: { user: 'visitor' } } }), { name: 'pinterest-ads-mock' })
})

t.test('features of an ad account that can never exist are refused, with the nearest', async (t) => {
  const error = await startedWith(t, { features: { 549755885263: { labels: false } } })
  t.match(error, {
    message:
      '--features: there is no ad account 549755885263 in the seed small, nor can there be one. Did you mean 549755885262?',
  })
})

t.test('features of an ad account that a later call may create are accepted with a warning', async (t) => {
  t.match(await startedWith(t, { seed: 'empty', features: { 549755885262: { labels: false } } }), {
    warnings: [/^--features: there is no ad account 549755885262 in the seed empty: it takes effect when/],
  })
  t.match(await startedWith(t, { features: { '*': { labels: false }, 549755885262: { labels: false } } }), {
    warnings: undefined,
  })
})

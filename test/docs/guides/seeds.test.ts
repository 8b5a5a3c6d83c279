import { join } from 'node:path'
import t from 'tap'
import { startMock } from '#server/index.ts'
import { read, snippetsIn } from '../pages.ts'
import { testPage } from '../snippets.ts'

testPage('docs/guides/seeds.md')

t.test('the seed of the page starts a server with its ad account', async (t) => {
  const [seed] = snippetsIn(read('docs/guides/seeds.md')).filter(({ language }) => language === 'yaml')
  const file = join(t.testdir({ 'seed.yaml': seed?.text ?? '' }), 'seed.yaml')
  const mock = await startMock({ seed: file, listen: false })
  t.teardown(() => mock.close())
  const response = await mock.fetch(`${mock.baseUrl}/ad_accounts`, { headers: { authorization: 'Bearer any-text' } })
  t.match(await response.json(), { items: [{ name: 'Shop' }] })
})

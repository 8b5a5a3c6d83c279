import t from 'tap'
import { editDistance, nearest } from '#server/http/nearest.ts'

t.test('the nearest name is found, also for a text that goes on for a million letters', async (t) => {
  const names = ['campaigns/create', 'campaigns/list', 'ads/list']
  t.equal(nearest('campaing/create', names), 'campaigns/create')
  t.equal(
    nearest(`ads/list${'x'.repeat(1_000_000)}`, ['b'.repeat(90), `ads/list${'x'.repeat(80)}`]).slice(0, 8),
    'ads/list',
  )
})

t.test('texts are compared by their first hundred letters', async (t) => {
  t.equal(editDistance('a'.repeat(100), `${'a'.repeat(100)}b`), 0)
  t.equal(editDistance('a'.repeat(99), `${'a'.repeat(99)}b`), 1)
})

t.test('of very many names the first thousand are compared', async (t) => {
  const names = Array.from({ length: 1001 }, (_, index) => `name ${index}`)
  t.equal(nearest('name 999', names), 'name 999')
  t.not(nearest('name 1000', names), 'name 1000')
})

t.test('a value that has no text is nearest to some name, too', async (t) => {
  t.ok(['one', 'two'].includes(nearest({ toString: 1, valueOf: 2 }, ['one', 'two'])))
  t.equal(nearest(['tow'], ['one', 'two']), 'two')
})

t.test('letters of another case make no difference', async (t) => {
  t.equal(nearest('us', ['AD', 'AE', 'US']), 'US')
  t.equal(nearest('CAMPAIGNS', ['ads', 'campaigns']), 'campaigns')
})

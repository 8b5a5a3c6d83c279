import t from 'tap'
import { tour } from '../tour/tour.ts'
import { start } from './start.ts'

t.test('a campaign tool makes its calls against the started server', async (t) => {
  const { banner } = await start(t)
  for (const { title, problem } of await tour(banner.base_url)) t.equal(problem, undefined, title)
})

t.test('the same calls work without /v5, as the guide writes them, and in a world of their own', async (t) => {
  const { banner } = await start(t)
  const origin = banner.base_url.replace('/v5', '')
  for (const base of [origin, `${origin}/w/another`]) {
    const steps = await tour(base)
    t.ok(steps.length >= 40, `${steps.length} calls`)
    t.same(
      steps.filter(({ problem }) => problem !== undefined),
      [],
    )
  }
})

import t from 'tap'
import { start } from '../program/start.ts'
import { manyCalls } from './many-calls.ts'

t.test('the report of twenty thousand calls is exact, and what is verified of them is right or refused', async (t) => {
  const { child, banner } = await start(t)
  const server = { port: Number(new URL(banner.base_url).port), pid: child.pid ?? 0 }
  const { reported, expected, verified } = await manyCalls(server, 20_000)
  t.same(reported, expected)
  t.same(verified, [200, 409])
})

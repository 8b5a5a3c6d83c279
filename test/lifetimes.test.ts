import t from 'tap'
import { Clock, sinceStart } from '../server/domain/clock.ts'
import { Lifetimes } from '../server/lifetimes.ts'

t.test('a world lives as long as it should when the machine’s clock leaps', async (t) => {
  const ended: string[] = []
  const lifetimes = new Lifetimes((name) => ended.push(name))
  lifetimes.begin('short', 60)
  const { now } = Date
  t.teardown(() => {
    Date.now = now
  })
  for (const leap of [86_400_000, -86_400_000]) {
    Date.now = () => now() + leap
    lifetimes.use('short')
    lifetimes.sweep()
    t.same(ended, [])
  }
})

t.test('a world ends when as much time has gone by as it may be unused, and no sooner', async (t) => {
  const machine = new Clock()
  machine.freeze()
  const ended: string[] = []
  const lifetimes = new Lifetimes((name) => ended.push(name), { machine })
  lifetimes.begin('short', 60)
  machine.advance(60_000)
  lifetimes.sweep()
  t.same(ended, [])
  machine.advance(1000)
  lifetimes.sweep()
  t.same(ended, ['short'])
})

t.test('the time since the start goes on when the machine’s clock is set back', async (t) => {
  const before = sinceStart.seconds()
  const { now } = Date
  t.teardown(() => {
    Date.now = now
  })
  Date.now = () => 0
  t.ok(sinceStart.seconds() >= before)
})

import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { Clock, sinceStart } from '#server/domain/time/clock.ts'
import { WorldExpiry } from '#server/worlds/expiry.ts'

function lifetimesOf(file?: string) {
  const machine = new Clock()
  machine.freeze()
  const ended: string[] = []
  const lifetimes: WorldExpiry = new WorldExpiry(
    (name) => {
      ended.push(name)
      lifetimes.forget(name)
    },
    { machine, file },
  )
  return { lifetimes, machine, ended }
}

const fileIn = (t: Test, content: Record<string, string> = {}): string => join(t.testdir(content), 'lifetimes.json')
const worlds = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `world-${index}`)

t.test('to keep one more costs a line, however many there are', async (t) => {
  const file = fileIn(t)
  const { lifetimes } = lifetimesOf(file)
  for (const name of worlds(200)) lifetimes.start(name, 60)
  const before = readFileSync(file, 'utf8')
  lifetimes.start('more', 5)
  t.equal(readFileSync(file, 'utf8'), `${before}["more",5]\n`)
  lifetimes.forget('more')
  t.equal(readFileSync(file, 'utf8'), `${before}["more",5]\n["more",0]\n`)
})

t.test('what was kept is there again, with what has changed since', async (t) => {
  const file = fileIn(t)
  const { lifetimes } = lifetimesOf(file)
  for (const name of worlds(150)) lifetimes.start(name, 60)
  lifetimes.start('world-7', 70)
  for (const name of worlds(150).slice(50)) lifetimes.forget(name)
  const { lifetimes: again } = lifetimesOf(file)
  t.same(
    worlds(150).map((name) => again.ttlOf(name)),
    worlds(150).map((_name, index) => (index >= 50 ? undefined : index === 7 ? 70 : 60)),
  )
})

t.test('the file does not grow with what is gone', async (t) => {
  const file = fileIn(t)
  const { lifetimes } = lifetimesOf(file)
  lifetimes.start('stays', 60)
  for (const name of worlds(150)) {
    lifetimes.start(name, 60)
    lifetimes.forget(name)
  }
  t.ok(readFileSync(file, 'utf8').split('\n').length < 120)
  lifetimes.forget('stays')
  t.notOk(existsSync(file))
})

t.test('a file of version 0.1 is read, and so is one whose last line is cut off', async (t) => {
  const file = fileIn(t, { 'lifetimes.json': '{"one":60,"two":70}' })
  t.equal(lifetimesOf(file).lifetimes.ttlOf('two'), 70)
  appendFileSync(file, '\n["three",80]\n["fo')
  const { lifetimes } = lifetimesOf(file)
  t.same(
    ['one', 'three', 'fo'].map((name) => lifetimes.ttlOf(name)),
    [60, 80, undefined],
  )
  lifetimes.start('four', 90)
  t.same(JSON.parse(readFileSync(file, 'utf8')), { one: 60, two: 70, three: 80, four: 90 }, 'it is written anew')
})

t.test('of many whose time is over some are ended at once, and none is there any more', async (t) => {
  const { lifetimes, machine, ended } = lifetimesOf()
  for (const name of worlds(120)) lifetimes.start(name, 60)
  machine.advance(61_000)
  lifetimes.sweep()
  t.equal(ended.length, 50)
  t.ok(worlds(120).every((name) => ended.includes(name) || lifetimes.isExpired(name)))
  lifetimes.sweep()
  lifetimes.sweep()
  t.equal(ended.length, 120)
})

t.test('who is used when its time is over is ended, and not begun anew', async (t) => {
  const { lifetimes, machine, ended } = lifetimesOf()
  lifetimes.start('late', 60)
  lifetimes.start('early', 60)
  machine.advance(60_000)
  lifetimes.touch('early')
  machine.advance(1000)
  for (const name of ['late', 'early', 'nobody']) lifetimes.touch(name)
  t.same(ended, ['late'])
})

t.test('a time to live that cannot be stored does not start, and the reason is thrown', async (t) => {
  const file = join(t.testdir({}), 'gone', 'lifetimes.json')
  const { lifetimes } = lifetimesOf(file)
  t.throws(() => lifetimes.start('one', 60), /ENOENT/)
  t.equal(lifetimes.ttlOf('one'), undefined)
})

t.test('the time to live of a world that is not there at the start is no other world’s of its name', async (t) => {
  const file = fileIn(t, { 'lifetimes.json': '{"there":60,"gone":70}' })
  const hasWorld = (name: string): boolean => name === 'there'
  const lifetimes = new WorldExpiry(() => {}, { file, hasWorld })
  t.same(
    ['there', 'gone'].map((name) => lifetimes.ttlOf(name)),
    [60, undefined],
  )
  t.same(JSON.parse(readFileSync(file, 'utf8')), { there: 60 }, 'nor the next time')
})

t.test('a world lives as long as it should when the machine’s clock leaps', async (t) => {
  const ended: string[] = []
  const lifetimes = new WorldExpiry((name) => ended.push(name))
  lifetimes.start('short', 60)
  const { now } = Date
  t.teardown(() => {
    Date.now = now
  })
  for (const leap of [86_400_000, -86_400_000]) {
    Date.now = () => now() + leap
    lifetimes.touch('short')
    lifetimes.sweep()
    t.same(ended, [])
  }
})

t.test('a world ends when as much time has gone by as it may be unused, and no sooner', async (t) => {
  const machine = new Clock()
  machine.freeze()
  const ended: string[] = []
  const lifetimes = new WorldExpiry((name) => ended.push(name), { machine })
  lifetimes.start('short', 60)
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

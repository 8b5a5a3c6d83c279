import t from 'tap'
import { Clock, lastMillisecond } from '#server/domain/time/clock.ts'

const moment = 1_780_315_200_500

t.test('a clock that is frozen stands', async (t) => {
  const clock = new Clock()
  clock.freeze(moment)
  t.equal(clock.milliseconds(), moment)
  t.equal(clock.milliseconds(), moment)
})

t.test('seconds are whole', async (t) => {
  const clock = new Clock()
  clock.freeze(moment)
  t.equal(clock.seconds(), 1_780_315_200)
})

t.test('a frozen clock is moved on and back by what it is told', async (t) => {
  const clock = new Clock()
  clock.freeze(moment)
  clock.advance(1500)
  t.equal(clock.milliseconds(), moment + 1500)
  clock.advance(-2000)
  t.equal(clock.milliseconds(), moment - 500)
})

t.test("a clock that nobody touched is the machine's", async (t) => {
  const before = Date.now()
  const shown = new Clock().milliseconds()
  t.ok(shown >= before && shown <= Date.now())
})

t.test('a clock that runs keeps the distance that it was moved by', async (t) => {
  const clock = new Clock()
  clock.advance(86_400_000)
  const before = Date.now() + 86_400_000
  const shown = clock.milliseconds()
  t.ok(shown >= before && shown <= Date.now() + 86_400_000)
})

t.test('a clock can be frozen where it stands', async (t) => {
  const clock = new Clock()
  clock.advance(-86_400_000)
  const before = Date.now() - 86_400_000
  clock.freeze()
  const stands = clock.milliseconds()
  t.ok(stands >= before && stands <= Date.now() - 86_400_000)
  t.equal(clock.milliseconds(), stands)
})

t.test('a clock that ticks again goes on from where it stood', async (t) => {
  const clock = new Clock()
  clock.freeze(moment)
  const before = Date.now()
  clock.tick()
  const shown = clock.milliseconds()
  t.ok(shown >= moment && shown <= moment + Date.now() - before)
})

t.test('a tick of a clock that runs changes nothing', async (t) => {
  const clock = new Clock()
  clock.tick()
  const before = Date.now()
  const shown = clock.milliseconds()
  t.ok(shown >= before && shown <= Date.now())
})

t.test('a clock that runs stands at the end of the year 9999, and is set back from there', async (t) => {
  const clock = new Clock()
  clock.set(lastMillisecond)
  clock.advance(5000)
  t.equal(clock.milliseconds(), lastMillisecond)
  const other = new Clock()
  other.restore(clock.state)
  t.equal(other.milliseconds(), lastMillisecond)
  const before = Date.now()
  clock.set(moment)
  t.ok(clock.milliseconds() - moment <= Date.now() - before)
})

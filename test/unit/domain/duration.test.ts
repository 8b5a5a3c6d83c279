import t from 'tap'
import { secondsOf } from '#server/domain/time/duration.ts'
import fc from '#test/support/fast-check.ts'

const known: Readonly<Record<string, number>> = {
  PT1S: 1,
  PT1M: 60,
  PT1H: 3600,
  P1D: 86_400,
  P2W: 1_209_600,
  P1W1DT1H1M1S: 694_861,
  '-P1DT12H': -129_600,
  '+PT30M': 1800,
  PT0S: 0,
  'PT0.25S': 0.25,
  '1s': 1,
  '1m': 60,
  '1h': 3600,
  '1d': 86_400,
  '2w': 1_209_600,
  '250ms': 0.25,
  '1.5h': 5400,
  '1w1d1h1m1s1ms': 694_861.001,
  '-1d12h': -129_600,
  '+30m': 1800,
  '0s': 0,
}
for (const [duration, seconds] of Object.entries(known)) {
  t.test(`${duration} is ${seconds} seconds`, async (t) => {
    t.equal(secondsOf(duration), seconds)
  })
}

for (const text of [
  '',
  'P',
  'PT',
  'P1DT',
  '1D',
  'P1',
  'P1Y',
  'P1M',
  'PT1D',
  'P1H',
  'P-1D',
  'P1.5D',
  'p1d',
  ' P1D',
  'P1D\n',
  '1',
  '1.d',
  '.5h',
  '1 d',
  '1D',
  '1M',
  '1y',
  'd',
  '1h-30m',
  'PT1.5H',
  '7d\n',
]) {
  t.test(`${JSON.stringify(text)} is no duration`, async (t) => {
    t.equal(secondsOf(text), undefined)
  })
}

t.test('a duration is the sum of its parts', async () => {
  const part = fc.nat(1000)
  fc.assert(
    fc.property(part, part, part, part, part, (weeks, days, hours, minutes, seconds) => {
      const sum = weeks * 604_800 + days * 86_400 + hours * 3600 + minutes * 60 + seconds
      return secondsOf(`P${weeks}W${days}DT${hours}H${minutes}M${seconds}S`) === sum
    }),
  )
})

t.test('a sign turns a duration round', async () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000 }), (days) => secondsOf(`-P${days}D`) === -days * 86_400))
})

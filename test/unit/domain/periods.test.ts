import t from 'tap'
import { granularities, periodsOf } from '#server/domain/delivery/periods.ts'
import { secondsOfDay } from '#server/domain/time/clock.ts'
import { utcDays, ZonedDays } from '#server/domain/time/zoned-days.ts'

const dayOf = (date: string): number => secondsOfDay(date) / 86_400
const range = (first: string, last: string, zone?: string) => ({
  first: dayOf(first),
  last: dayOf(last),
  days: zone === undefined ? utcDays : new ZonedDays(zone),
})

t.test('TOTAL is one span without a date, the last day included', async (t) => {
  const [span, ...others] = periodsOf('TOTAL', range('2026-05-01', '2026-05-02'))
  t.strictSame(span, { from: secondsOfDay('2026-05-01'), to: secondsOfDay('2026-05-03') })
  t.strictSame(others, [])
})

t.test('a week is named by its Monday, though the report begins later', async (t) => {
  const weeks = periodsOf('WEEK', range('2026-05-27', '2026-06-08'))
  t.strictSame(
    weeks.map(({ date }) => date),
    ['2026-05-25', '2026-06-01', '2026-06-08'],
  )
  t.equal(weeks[0]?.from, secondsOfDay('2026-05-27'), 'and counts from there')
})

t.test('a month is named by its first day', async (t) => {
  t.strictSame(
    periodsOf('MONTH', range('2026-01-31', '2026-03-01')).map(({ date }) => date),
    ['2026-01-01', '2026-02-01', '2026-03-01'],
  )
})

t.test('an hour is named by its begin, as clocks of the zone show it', async (t) => {
  const hours = periodsOf('HOUR', range('2026-05-01', '2026-05-01', 'America/New_York'))
  t.equal(hours.length, 24)
  t.match(hours[0], { date: '2026-05-01T00:00:00', from: secondsOfDay('2026-05-01') + 4 * 3600 })
  t.match(hours.at(-1), { date: '2026-05-01T23:00:00', to: secondsOfDay('2026-05-02') + 4 * 3600 })
})

t.test('an hour that comes twice is one span, and one that is skipped is none', async (t) => {
  const autumn = periodsOf('HOUR', range('2026-11-01', '2026-11-01', 'America/New_York'))
  t.equal(autumn.length, 24)
  const twice = autumn.find(({ date }) => date === '2026-11-01T01:00:00')
  t.equal((twice?.to ?? 0) - (twice?.from ?? 0), 2 * 3600)
  const spring = periodsOf('HOUR', range('2026-03-08', '2026-03-08', 'America/New_York'))
  t.equal(spring.length, 23)
  t.notOk(spring.some(({ date }) => date === '2026-03-08T02:00:00'))
})

t.test('the spans of every granularity follow one another without gaps, from the first day to the last', async (t) => {
  for (const zone of [undefined, 'America/New_York', 'Asia/Kolkata']) {
    const days = range('2026-02-27', '2026-03-12', zone)
    for (const granularity of granularities) {
      const spans = periodsOf(granularity, days)
      t.equal(spans[0]?.from, days.days.startOf(days.first))
      t.equal(spans.at(-1)?.to, days.days.startOf(days.last + 1))
      t.ok(spans.every(({ from, to }, index) => from < to && (index === 0 || spans[index - 1]?.to === from)))
      t.equal(new Set(spans.map(({ date }) => date)).size, spans.length, 'no date comes twice')
    }
  }
})

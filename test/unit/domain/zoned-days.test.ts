import t from 'tap'
import { secondsOfDay } from '#server/domain/time/clock.ts'
import { utcDays, ZonedDays } from '#server/domain/time/zoned-days.ts'

const daySeconds = 86_400
const dayOf = (date: string): number => secondsOfDay(date) / daySeconds
const hoursOf = (zone: string, date: string): number => {
  const days = new ZonedDays(zone)
  return (days.startOf(dayOf(date) + 1) - days.startOf(dayOf(date))) / 3600
}

t.test('a day begins when clocks of the zone show midnight', async (t) => {
  t.equal(new ZonedDays('America/New_York').startOf(dayOf('2026-06-01')), secondsOfDay('2026-06-01') + 4 * 3600)
  t.equal(new ZonedDays('Asia/Kolkata').startOf(dayOf('2026-06-01')), secondsOfDay('2026-06-01') - 5.5 * 3600)
  t.equal(utcDays.startOf(dayOf('2026-06-01')), secondsOfDay('2026-06-01'))
})

t.test('a day is an hour shorter or longer where clocks are set', async (t) => {
  t.equal(hoursOf('America/New_York', '2026-03-08'), 23)
  t.equal(hoursOf('America/New_York', '2026-11-01'), 25)
  t.equal(hoursOf('Australia/Lord_Howe', '2026-10-04'), 23.5)
})

t.test('where clocks skip midnight, the day begins when they are set', async (t) => {
  const days = new ZonedDays('America/Santiago')
  const start = days.startOf(dayOf('2026-09-06'))
  t.equal(days.wallSecondsAt(start), secondsOfDay('2026-09-06') + 3600)
  t.equal(days.wallSecondsAt(start - 1), secondsOfDay('2026-09-06') - 1)
})

t.test('where midnight comes twice, the day begins with the first', async (t) => {
  const days = new ZonedDays('America/Havana')
  const start = days.startOf(dayOf('2026-11-01'))
  t.equal(days.wallSecondsAt(start), secondsOfDay('2026-11-01'))
  t.equal(days.wallSecondsAt(start + 3600), secondsOfDay('2026-11-01'))
})

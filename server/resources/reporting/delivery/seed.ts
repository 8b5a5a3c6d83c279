import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { isDay, isoOf } from '#server/domain/time/clock.ts'
import { millisecondsIn } from '#server/domain/time/duration.ts'
import { accountOfAd, storeFigures } from './figures-repository.ts'
import { SeedFigures } from './schema.ts'

/** The seed section of figures: what reports say of ads on days and in hours, in place of the model. */
export const deliverySeed = seedSection({
  name: 'delivery',
  creation: SeedFigures,
  shape: { ad: aliasOf('ads') },
  create({ world, idNamed, parsed, refuse }, { ad, ...item }) {
    const { date, ...figures } = parsed(SeedFigures, item)
    const day = dayOf(date, world.clock.milliseconds())
    if (day === undefined)
      return refuse(`date: '${date}' is neither a day such as 2026-05-30 nor a duration such as -P3D.`)
    const ad_id = idNamed('ads', ad)
    const account = accountOfAd(world.db, ad_id)
    if (account === undefined) return refuse(`ad: there is no ad ${ad_id}.`)
    return { id: storeFigures(world.db, account, { ad_id, date: day, ...figures }) }
  },
})

function dayOf(text: string, now: number): string | undefined {
  const duration = millisecondsIn(text)
  if (duration !== undefined) return isoOf(now + duration).slice(0, 10)
  return isDay(text) ? text : undefined
}

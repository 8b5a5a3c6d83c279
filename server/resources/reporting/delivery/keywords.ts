import type { Database } from '#db/database.ts'
import { dayOf, daySeconds } from '#server/domain/delivery/calendar.ts'
import { pastStates } from '#server/resources/accounts/delivery-history/repository.ts'
import type { LoadedCampaign } from './load.ts'
import { deliveryKeywords } from './repository.ts'

/** A keyword and the days on which it leads to impressions: the last one is not included. */
interface KeywordDays {
  readonly value: string
  readonly spans: readonly { readonly from: number; readonly to: number }[]
}

/** Keywords by day. */
type KeywordsOn = (day: number) => readonly string[]

/**
 * Returns the keywords of the ad groups of a campaign by the position of an ad and the day. What was created, archived or
 * opened again counts from the next day on, so that no day changes that has begun.
 */
export function keywordsOfCampaign(
  db: Database,
  accountId: string,
  { id, adGroupIds, adGroupOf }: LoadedCampaign,
): (ad: number, day: number) => readonly string[] {
  const past = Map.groupBy(pastStates(db, accountId, id), ({ entity_id }) => entity_id)
  const byAdGroup = Map.groupBy(deliveryKeywords(db, id), ({ ad_group_id }) => ad_group_id)
  const ofGroups = adGroupIds.map((adGroupId) =>
    keywordsByDay(
      (byAdGroup.get(adGroupId) ?? []).map(({ id: keywordId, value, status, created_time }) => {
        const states = [
          ...(past.get(keywordId) ?? []).map(({ until, state }) => ({ until, status: JSON.parse(state).status })),
          { until: Number.POSITIVE_INFINITY, status },
        ]
        return { value, spans: activeDays(created_time, states) }
      }),
    ),
  )
  return (ad, day) => ofGroups[adGroupOf[ad] as number]?.(day) ?? []
}

/** Returns the days between which a keyword was ACTIVE. */
function activeDays(
  created: number,
  states: readonly { readonly until: number; readonly status: string }[],
): KeywordDays['spans'] {
  let from = dayAfter(created)
  return states.flatMap(({ until, status }) => {
    const span = { from, to: dayAfter(until) }
    from = span.to
    return status === 'ACTIVE' && span.from < span.to ? [span] : []
  })
}

const dayAfter = (moment: number): number => dayOf(moment + daySeconds - 1)

/** Returns the keywords of each day, the same list on all days on which they are the same. */
function keywordsByDay(keywords: readonly KeywordDays[]): KeywordsOn {
  const lists = new Map<string, readonly string[]>()
  let latest: { readonly day: number; readonly list: readonly string[] } | undefined
  return (day) => {
    if (latest?.day === day) return latest.list
    const values = keywords.filter(({ spans }) => spans.some(({ from, to }) => day >= from && day < to))
    const list = values.map(({ value }) => value)
    const key = JSON.stringify(list)
    const known = lists.get(key) ?? list
    lists.set(key, known)
    latest = { day, list: known }
    return known
  }
}

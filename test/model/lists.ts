import type { Json } from '../helper.ts'
import type { Kind } from './calls/calls.ts'
import { agree } from './disagreement.ts'
import type { Place } from './place.ts'
import { type Asked, adGroupList, adList, campaignList, isRefused, labelList } from './rules/lists.ts'

const lists = { campaigns: campaignList, ad_groups: adGroupList, ads: adList, labels: labelList }

/** Walks all the pages of a list: each but the last is full, and together they are what the model says. */
export async function list({ state, get }: Place, kind: Kind, asked: Asked): Promise<void> {
  const query = new URLSearchParams(
    Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const told = `list ${kind}?${query}`
  if (isRefused(asked)) {
    const { status, body } = await get(`/${kind}?${query}`)
    return agree(told, { status, code: body.code }, { status: 400, code: 1 })
  }
  const expected = lists[kind](state, asked)
  const size = asked.page_size ?? 25
  for (let from = 0; from === 0 || from < expected.length; from += size) {
    const { status, body }: { status: number; body: Json } = await get(`/${kind}?${query}`)
    const isLast = from + size >= expected.length
    agree(
      `${told}, from ${from}`,
      { status, ...body, bookmark: body.bookmark === null },
      {
        status: 200,
        items: expected.slice(from, from + size),
        bookmark: isLast,
      },
    )
    query.set('bookmark', body.bookmark)
  }
}

const statuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT']

/** Holds all that is stored to the model. */
export async function everything(place: Place): Promise<void> {
  await list(place, 'campaigns', { entity_statuses: statuses, page_size: 250 })
  await list(place, 'ad_groups', { entity_statuses: statuses, page_size: 250 })
  await list(place, 'ads', { entity_statuses: statuses, page_size: 250 })
  await list(place, 'labels', { entity_statuses: ['ACTIVE', 'ARCHIVED'], page_size: 250 })
  for (const campaign of place.state.campaigns.keys()) {
    await list(place, 'labels', { campaign_ids: [campaign], page_size: 250 })
  }
}

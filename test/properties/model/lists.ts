import type { Json } from '#test/support/mock.ts'
import type { Kind } from './calls/call.ts'
import { agree } from './disagreement.ts'
import { type Asked, adGroupList, adList, campaignList, isRefused, labelList } from './rules/lists.ts'
import type { TestWorld } from './test-world.ts'

const lists = { campaigns: campaignList, ad_groups: adGroupList, ads: adList, labels: labelList }

/** Lists what the model knows, or is refused. */
export async function list(world: TestWorld, kind: Kind, filters: Asked): Promise<void> {
  const query = new URLSearchParams(
    Object.entries(filters).map(([name, value]): [string, string] => [name, String(value)]),
  )
  const description = `list ${kind}?${query}`
  if (isRefused(kind, filters)) {
    const { status, body } = await world.get(`/${kind}?${query}`)
    return agree(description, { status, code: body.code }, { status: 400, code: 1 })
  }
  await walk(world, kind, query, lists[kind](world.state, filters), filters.page_size ?? 25)
}

/** Walks all the pages of a list: each but the last is full, and together they are what is expected. */
export async function walk(
  { get }: TestWorld,
  path: string,
  query: URLSearchParams,
  expected: readonly unknown[],
  size: number,
): Promise<void> {
  const description = `list ${path}?${query}`
  for (let from = 0; from === 0 || from < expected.length; from += size) {
    const { status, body }: { status: number; body: Json } = await get(`/${path}?${query}`)
    const items = expected.slice(from, from + size)
    const isLast = from + size >= expected.length
    const got = { status, ...body, bookmark: body.bookmark === null }
    agree(`${description}, from ${from}`, got, { status: 200, items, bookmark: isLast })
    query.set('bookmark', body.bookmark)
  }
}

const statuses = ['ACTIVE', 'PAUSED', 'ARCHIVED', 'DRAFT', 'DELETED_DRAFT']

/** Holds all that is stored to the model. */
export async function everything(world: TestWorld): Promise<void> {
  await list(world, 'campaigns', { entity_statuses: statuses, page_size: 250 })
  await list(world, 'ad_groups', { entity_statuses: statuses, page_size: 250 })
  await list(world, 'ads', { entity_statuses: statuses, page_size: 250 })
  await list(world, 'labels', { entity_statuses: ['ACTIVE', 'ARCHIVED'], page_size: 250 })
  for (const campaign of world.state.campaigns.keys()) {
    await list(world, 'labels', { campaign_ids: [campaign], page_size: 250 })
  }
}

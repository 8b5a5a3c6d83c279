import type { Answer, Json, Mock } from '../support/mock.ts'

const everyStatus = 'entity_statuses=ACTIVE,PAUSED,ARCHIVED,DRAFT,DELETED_DRAFT'

/** Wraps a mock so that the stored data before its latest call can be compared with those of now. */
export function withStoredData(mock: Mock) {
  let stored: Json
  const now = () => storedIn(mock)
  async function call(...request: Parameters<Mock['call']>): Promise<Answer> {
    stored = await now()
    return mock.call(...request)
  }
  const below = `/v5/ad_accounts/${mock.account}`
  const world: Mock = {
    ...mock,
    call,
    get: (path) => call('GET', below + path),
    post: (path, body) => call('POST', below + path, body),
    patch: (path, body) => call('PATCH', below + path, body),
  }
  return { world, now, before: () => stored }
}

/** All ad accounts, and all that the mock's own one has. */
async function storedIn({ call, get }: Mock): Promise<Json> {
  const campaigns: Json = (await get(`/campaigns?page_size=250&${everyStatus}`)).body.items
  const adGroups: Json = (await get(`/ad_groups?page_size=250&${everyStatus}`)).body.items
  const applied = campaigns.map(({ id }: Json) => get(`/labels?campaign_ids=${id}&entity_statuses=ACTIVE,ARCHIVED`))
  return {
    accounts: (await call('GET', '/v5/ad_accounts?page_size=250')).body.items,
    boards: (await call('GET', '/v5/boards?page_size=250')).body.items,
    pins: (await call('GET', '/v5/pins?page_size=250&include_protected_pins=true')).body.items,
    campaigns,
    adGroups,
    promotions: await promotionsIn(get, adGroups),
    ads: (await get(`/ads?page_size=250&${everyStatus}`)).body.items,
    keywords: await keywordsIn(get, campaigns),
    conversionTags: (await get('/conversion_tags')).body.items,
    customerLists: (await get('/customer_lists?page_size=250')).body.items,
    audiences: (await get('/audiences?page_size=250')).body.items,
    templates: (await get('/targeting_templates?page_size=250')).body.items,
    labels: (await get('/labels?page_size=250&entity_statuses=ACTIVE,ARCHIVED')).body.items,
    applied: (await Promise.all(applied)).map(({ body }) => body.items),
  }
}

/** The product group promotions of these ad groups. */
const promotionsIn = (get: Mock['get'], adGroups: readonly Json[]): Promise<readonly Json[]> =>
  Promise.all(
    adGroups.map(
      async ({ id }) => (await get(`/product_group_promotions?ad_group_id=${id}&${everyStatus}`)).body.items,
    ),
  )

/** The keywords of the ad account itself, and those of its campaigns. */
const keywordsIn = (get: Mock['get'], campaigns: readonly Json[]): Promise<readonly Json[]> =>
  Promise.all(
    ['', ...campaigns.map(({ id }) => `?campaign_id=${id}`)].map(
      async (query) => (await get(`/keywords${query}`)).body.items,
    ),
  )

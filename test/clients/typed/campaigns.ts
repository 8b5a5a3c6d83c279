import createClient from 'openapi-fetch'
import type { components, paths } from './pinterest.d.ts'

type Campaign = components['schemas']['Campaign']
type BatchData = components['schemas']['CampaignBatchResponseData']
type Problem = components['schemas']['Error']

/** A typed client of the server at that origin. */
export const clientOf = (origin: string) =>
  createClient<paths>({ baseUrl: `${origin}/v5`, headers: { Authorization: 'Bearer any-text' } })

type Client = ReturnType<typeof clientOf>

/** Creates a campaign with a name and one without a budget; gives what was stored, and why the other was refused. */
export async function create(client: Client, ad_account_id: string, name: string) {
  const { data, error } = await client.POST('/ad_accounts/{ad_account_id}/campaigns', {
    params: { path: { ad_account_id } },
    body: [
      { name, objective_type: 'AWARENESS', daily_spend_cap: 5_000_000, tracking_urls: null },
      { name, objective_type: 'AWARENESS' },
    ],
  })
  if (error !== undefined) throw new Error(error.message)
  const [stored, refused] = data.items
  const campaign: BatchData | undefined = stored?.data
  // What was refused has data, too, and nothing in it.
  const without: string | undefined = refused?.data?.id
  const exception: Problem | undefined = refused?.exceptions?.[0]
  return { campaign, exception, without }
}

/** Every campaign with one of these statuses, page by page. */
export async function list(client: Client, ad_account_id: string, entity_statuses: Campaign['status'][]) {
  const found: Campaign[] = []
  let bookmark: string | undefined
  do {
    const { data, error } = await client.GET('/ad_accounts/{ad_account_id}/campaigns', {
      params: { path: { ad_account_id }, query: { entity_statuses, page_size: 2, ...(bookmark && { bookmark }) } },
    })
    if (error !== undefined) throw new Error(error.message)
    found.push(...data.items)
    bookmark = data.bookmark ?? undefined
  } while (bookmark !== undefined)
  return found
}

/** Pauses a campaign; gives its state as delivery sees it. */
export async function pause(client: Client, ad_account_id: string, id: string) {
  const { data } = await client.PATCH('/ad_accounts/{ad_account_id}/campaigns', {
    params: { path: { ad_account_id } },
    body: [{ id, status: 'PAUSED' }],
  })
  const summary: Campaign['summary_status'] | undefined = data?.items[0]?.data?.summary_status
  return summary
}

/** Asks for a campaign that may not be there; gives the error with its status. */
export async function problemOf(client: Client, ad_account_id: string, campaign_id: string) {
  const { error, response } = await client.GET('/ad_accounts/{ad_account_id}/campaigns/{campaign_id}', {
    params: { path: { ad_account_id, campaign_id } },
  })
  const problem: Problem | undefined = error
  return { status: response.status, code: problem?.code, message: problem?.message }
}

/** What the types refuse: compiled and never called. */
export function mistakes(client: Client) {
  const params = { path: { ad_account_id: '1' } }
  // @ts-expect-error There is no such path.
  client.GET('/ad_accounts/{ad_account_id}/campaign', { params })
  // @ts-expect-error The path needs the ad account.
  client.GET('/ad_accounts/{ad_account_id}/campaigns')
  // @ts-expect-error A batch is an array.
  client.POST('/ad_accounts/{ad_account_id}/campaigns', { params, body: { name: 'x', objective_type: 'AWARENESS' } })
  // @ts-expect-error A new campaign needs an objective.
  client.POST('/ad_accounts/{ad_account_id}/campaigns', { params, body: [{ name: 'x' }] })
  // @ts-expect-error There is no such objective.
  client.POST('/ad_accounts/{ad_account_id}/campaigns', { params, body: [{ name: 'x', objective_type: 'NOPE' }] })
  // @ts-expect-error An amount is a number.
  client.PATCH('/ad_accounts/{ad_account_id}/campaigns', { params, body: [{ id: '1', daily_spend_cap: '5' }] })
}

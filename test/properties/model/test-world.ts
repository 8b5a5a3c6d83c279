import type { Answer, Mock } from '#test/support/mock.ts'
import type { Foreign } from './calls/references.ts'
import { State } from './rules/state.ts'

/** A world of the server with the model's state of it, and the ids of another ad account's entities. */
export interface TestWorld {
  readonly state: State
  readonly foreign: Foreign
  get(path: string): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  patch(path: string, body: unknown): Promise<Answer>
  /** Calls the test control of the world. */
  control(method: string, path: string, body: unknown): Promise<void>
}

/** Returns what makes a world for each sequence: a copy of one with a frozen clock and a second ad account with entities. */
export async function testWorlds(mock: Mock): Promise<(name: string) => Promise<TestWorld>> {
  const { status, body } = await mock.call('POST', '/__mock/time/freeze', { at: mock.now })
  if (status !== 200) throw new Error(JSON.stringify(body))
  const { body: other } = await mock.call('POST', '/v5/ad_accounts', { name: 'Other' })
  const make = async (path: string, sent: unknown) => {
    const { body } = await mock.call('POST', `/v5/ad_accounts/${other.id}${path}`, sent)
    return body.items?.[0].data.id ?? body.labels?.[0].id ?? body.keywords[0].id
  }
  const campaign = await make('/campaigns', [{ name: 'x', objective_type: 'AWARENESS', daily_spend_cap: 5_000_000 }])
  const item = { name: 'x', campaign_id: campaign, billable_event: 'IMPRESSION', bid_strategy_type: 'AUTOMATIC_BID' }
  const adGroup = await make('/ad_groups', [item])
  const image = { source_type: 'image_url', url: 'https://example.com/pin.jpg' }
  const { body: pin } = await mock.call('POST', '/v5/pins', { link: 'https://example.com/', media_source: image })
  const ad = await make('/ads', [{ ad_group_id: adGroup, creative_type: 'REGULAR', pin_id: pin.id }])
  const label = await make('/labels', { labels: [{ label_type: 'BRAND', value: 'a' }] })

  const keywords = [{ match_type: 'EXACT', value: 'a' }]
  const keyword = await make('/keywords', { parent_id: adGroup, keywords })

  return async (name) => {
    const made = await mock.call('POST', '/__mock/worlds', { name, from: { world: 'default' } })
    if (made.status >= 300) throw new Error(JSON.stringify(made.body))
    const below = `/w/${name}/v5/ad_accounts/${mock.account}`
    return {
      state: new State(mock.account, pin.id, mock.now),
      foreign: { campaign, adGroup, ad, label, keyword },
      get: (path) => mock.call('GET', below + path),
      post: (path, sent) => mock.call('POST', below + path, sent),
      patch: (path, sent) => mock.call('PATCH', below + path, sent),
      async control(method, path, sent) {
        const { status, body } = await mock.call(method, `/w/${name}/__mock${path}`, sent)
        if (status !== 200) throw new Error(`test control: ${JSON.stringify(body)}`)
      },
    }
  }
}

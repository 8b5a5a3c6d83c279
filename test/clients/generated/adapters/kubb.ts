import { setConfig } from '@kubb/plugin-client/clients/fetch'
import { idsOf, outcomesOf } from './answers.ts'
import {
  adAccountAnalytics,
  campaignsCreate,
  campaignsGet,
  campaignsList,
  campaignsUpdate,
  oauthToken,
  pinsCreate,
} from './api/index.ts'
import type { Connect } from './client.ts'

export const connect: Connect = (baseURL, token) => {
  setConfig({ baseURL, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' } })
  return {
    async createCampaigns(account, campaigns) {
      const { items } = await campaignsCreate(account, campaigns)
      return outcomesOf(items)
    },
    async listCampaigns(account, entity_statuses) {
      return idsOf((at) => campaignsList(account, { entity_statuses, page_size: 2, ...at }))
    },
    async pauseCampaign(account, id) {
      const { items } = await campaignsUpdate(account, [{ id, status: 'PAUSED' }])
      return items[0]?.data?.status
    },
    async readReport(account, days, columns) {
      const rows = await adAccountAnalytics(account, { ...days, columns, granularity: 'DAY' })
      return Object.keys(rows[0] ?? {})
    },
    async createPin(board_id, url) {
      const pin = await pinsCreate({ board_id, media_source: { source_type: 'image_url', url } })
      return pin.media?.media_type
    },
    async readUnknownCampaign(account) {
      // This client returns the body of an error where its type promises a campaign.
      const body: unknown = await campaignsGet(account, '1')
      return { status: undefined, code: (body as { readonly code?: number }).code }
    },
    async requestToken(basic) {
      // Its forms are sent as JSON, so that a client that encodes them is passed in.
      const token = await oauthToken(
        { grant_type: 'client_credentials', scope: 'ads:read' },
        {
          headers: { Authorization: `Basic ${basic}` },
          async client({ url, method, data, headers }) {
            const body = new URLSearchParams(data as Record<string, string>)
            const response = await fetch(baseURL + url, { method, body, headers: headers as Record<string, string> })
            return { data: await response.json(), status: response.status, statusText: '', headers: response.headers }
          },
        },
      )
      return token.token_type
    },
  }
}

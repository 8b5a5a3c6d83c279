import { idsOf, outcomesOf } from './answers.ts'
import { createClient } from './api/client/index.ts'
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

export const connect: Connect = (baseUrl, token) => {
  const client = createClient({ baseUrl, auth: ({ scheme }) => (scheme === 'bearer' ? token : undefined) })
  return {
    async createCampaigns(ad_account_id, body) {
      const { data } = await campaignsCreate({ client, path: { ad_account_id }, body, throwOnError: true })
      return outcomesOf(data.items)
    },
    async listCampaigns(ad_account_id, entity_statuses) {
      return idsOf(async (at) => {
        const query = { entity_statuses, page_size: 2, ...at }
        return (await campaignsList({ client, path: { ad_account_id }, query, throwOnError: true })).data
      })
    },
    async pauseCampaign(ad_account_id, id) {
      const body = [{ id, status: 'PAUSED' as const }]
      const { data } = await campaignsUpdate({ client, path: { ad_account_id }, body, throwOnError: true })
      return data.items[0]?.data?.status
    },
    async readReport(ad_account_id, days, columns) {
      const query = { ...days, columns, granularity: 'DAY' as const }
      const { data } = await adAccountAnalytics({ client, path: { ad_account_id }, query, throwOnError: true })
      return Object.keys(data[0] ?? {})
    },
    async createPin(board_id, url) {
      const body = { board_id, media_source: { source_type: 'image_url' as const, url } }
      const { data } = await pinsCreate({ client, body, throwOnError: true })
      return data.media?.media_type
    },
    async readUnknownCampaign(ad_account_id) {
      const { error, response } = await campaignsGet({ client, path: { ad_account_id, campaign_id: '1' } })
      return { status: response?.status, code: error?.code }
    },
    async requestToken(basic) {
      const { data } = await oauthToken({
        client,
        headers: { Authorization: `Basic ${basic}` },
        body: { grant_type: 'client_credentials', scope: 'ads:read' },
        throwOnError: true,
      })
      return data.token_type
    },
  }
}

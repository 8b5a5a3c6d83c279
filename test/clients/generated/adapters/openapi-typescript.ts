import createClient from 'openapi-fetch'
import { idsOf, outcomesOf } from './answers.ts'
import type { paths } from './api.d.ts'
import type { Connect } from './client.ts'

export const connect: Connect = (baseUrl, token) => {
  const client = createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } })
  return {
    async createCampaigns(ad_account_id, body) {
      const { data } = await client.POST('/ad_accounts/{ad_account_id}/campaigns', {
        params: { path: { ad_account_id } },
        body,
      })
      return outcomesOf(data?.items ?? [])
    },
    async listCampaigns(ad_account_id, entity_statuses) {
      return idsOf(async (at) => {
        const { data } = await client.GET('/ad_accounts/{ad_account_id}/campaigns', {
          params: { path: { ad_account_id }, query: { entity_statuses, page_size: 2, ...at } },
        })
        return data
      })
    },
    async pauseCampaign(ad_account_id, id) {
      const { data } = await client.PATCH('/ad_accounts/{ad_account_id}/campaigns', {
        params: { path: { ad_account_id } },
        body: [{ id, status: 'PAUSED' }],
      })
      return data?.items[0]?.data?.status
    },
    async readReport(ad_account_id, days, columns) {
      const { data } = await client.GET('/ad_accounts/{ad_account_id}/analytics', {
        params: { path: { ad_account_id }, query: { ...days, columns, granularity: 'DAY' } },
      })
      return Object.keys(data?.[0] ?? {})
    },
    async createPin(board_id, url) {
      const { data } = await client.POST('/pins', {
        body: { board_id, media_source: { source_type: 'image_url', url } },
      })
      return data?.media?.media_type
    },
    async readUnknownCampaign(ad_account_id) {
      const { error, response } = await client.GET('/ad_accounts/{ad_account_id}/campaigns/{campaign_id}', {
        params: { path: { ad_account_id, campaign_id: '1' } },
      })
      return { status: response.status, code: error?.code }
    },
    async requestToken(basic) {
      const { data } = await client.POST('/oauth/token', {
        headers: { Authorization: `Basic ${basic}`, 'Content-Type': 'application/x-www-form-urlencoded' },
        body: { grant_type: 'client_credentials', scope: 'ads:read' },
        bodySerializer: (body) => new URLSearchParams(body),
      })
      return data?.token_type
    },
  }
}

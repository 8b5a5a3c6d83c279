import { idsOf, outcomesOf } from './answers.ts'
import { Api } from './api.ts'
import type { Connect } from './client.ts'

export const connect: Connect = (baseUrl, token) => {
  const api = new Api({ baseUrl, baseApiParams: { headers: { Authorization: `Bearer ${token}` } } })
  return {
    async createCampaigns(account, campaigns) {
      const { data } = await api.adAccounts.campaignsCreate(account, campaigns)
      return outcomesOf(data.items)
    },
    async listCampaigns(account, entity_statuses) {
      return idsOf(async (at) => {
        const { data } = await api.adAccounts.campaignsList(account, { entity_statuses, page_size: 2, ...at })
        return data
      })
    },
    async pauseCampaign(account, id) {
      const { data } = await api.adAccounts.campaignsUpdate(account, [{ id, status: 'PAUSED' }])
      return data.items[0]?.data?.status
    },
    async readReport(account, days, columns) {
      const { data } = await api.adAccounts.adAccountAnalytics(account, { ...days, columns, granularity: 'DAY' })
      return Object.keys(data[0] ?? {})
    },
    async createPin(board_id, url) {
      const { data } = await api.pins.pinsCreate({ board_id, media_source: { source_type: 'image_url', url } })
      return data.media?.media_type
    },
    async readUnknownCampaign(account) {
      const failure: { readonly status?: number; readonly error?: { readonly code: number } } = await api.adAccounts
        .campaignsGet(account, '1')
        .then(
          () => ({}),
          (response) => response,
        )
      return { status: failure.status, code: failure.error?.code }
    },
    async requestToken(basic) {
      const headers = { Authorization: `Basic ${basic}` }
      const { data } = await api.oauth.oauthToken({ grant_type: 'client_credentials', scope: 'ads:read' }, { headers })
      return data.token_type
    },
  }
}

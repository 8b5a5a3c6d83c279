import { idsOf, outcomesOf } from './answers.ts'
import {
  adAccountAnalytics,
  campaignsCreate,
  campaignsGet,
  campaignsList,
  campaignsUpdate,
  oauthToken,
  pinsCreate,
} from './api/client.ts'
import type { Connect } from './client.ts'

export const connect: Connect = (baseUrl, token) => {
  const options = { headers: { Authorization: `Bearer ${token}` } }
  // The client calls fetch with paths: where they lead is said in one place.
  const { fetch } = globalThis
  globalThis.fetch = (input, init) =>
    fetch(typeof input === 'string' && input.startsWith('/') ? baseUrl + input : input, init)
  return {
    async createCampaigns(account, campaigns) {
      const { status, data } = await campaignsCreate(account, campaigns, options)
      return outcomesOf(status === 200 ? data.items : [])
    },
    async listCampaigns(account, entity_statuses) {
      return idsOf(async (at) => {
        const { status, data } = await campaignsList(account, { entity_statuses, page_size: 2, ...at }, options)
        return status === 200 ? data : undefined
      })
    },
    async pauseCampaign(account, id) {
      const { status, data } = await campaignsUpdate(account, [{ id, status: 'PAUSED' }], options)
      return status === 200 ? data.items[0]?.data?.status : undefined
    },
    async readReport(account, days, columns) {
      const { status, data } = await adAccountAnalytics(account, { ...days, columns, granularity: 'DAY' }, options)
      return Object.keys((status === 200 ? data[0] : undefined) ?? {})
    },
    async createPin(board_id, url) {
      const body = { board_id, media_source: { source_type: 'image_url', url } } as const
      const { status, data } = await pinsCreate(body, undefined, options)
      return status === 200 ? data.media?.media_type : undefined
    },
    async readUnknownCampaign(account) {
      const { status, data } = await campaignsGet(account, '1', options)
      return { status, code: status === 404 ? data.code : undefined }
    },
    async requestToken(basic) {
      const body = { grant_type: 'client_credentials', scope: 'ads:read' } as const
      const { status, data } = await oauthToken(body, { headers: { Authorization: `Basic ${basic}` } })
      return status === 200 ? data.token_type : undefined
    },
  }
}

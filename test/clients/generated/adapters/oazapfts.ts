import { idsOf, outcomesOf } from './answers.ts'
import {
  adAccountAnalytics,
  campaignsCreate,
  campaignsGet,
  campaignsList,
  campaignsUpdate,
  defaults,
  oauthToken,
  pinsCreate,
} from './api.ts'
import type { Connect } from './client.ts'

export const connect: Connect = (baseUrl, token) => {
  defaults.baseUrl = baseUrl
  defaults.headers = { Authorization: `Bearer ${token}` }
  return {
    async createCampaigns(account, campaigns) {
      const answer = await campaignsCreate(account, campaigns)
      return outcomesOf(answer.status === 200 && 'items' in answer.data ? answer.data.items : [])
    },
    async listCampaigns(account, entityStatuses) {
      return idsOf(async (at) => {
        const { data } = await campaignsList(account, { entityStatuses, pageSize: 2, ...at })
        return 'items' in data ? data : undefined
      })
    },
    async pauseCampaign(account, id) {
      const { data } = await campaignsUpdate(account, [{ id, status: 'PAUSED' }])
      return 'items' in data ? data.items[0]?.data?.status : undefined
    },
    async readReport(account, { start_date, end_date }, columns) {
      const { data } = await adAccountAnalytics(account, start_date, end_date, columns, 'DAY')
      return Array.isArray(data) ? Object.keys(data[0] ?? {}) : []
    },
    async createPin(boardId, url) {
      const { data } = await pinsCreate({ board_id: boardId, media_source: { source_type: 'image_url', url } })
      return 'media' in data ? data.media?.media_type : undefined
    },
    async readUnknownCampaign(account) {
      const { status, data } = await campaignsGet(account, '1')
      return { status, code: 'code' in data ? data.code : undefined }
    },
    async requestToken(basic) {
      const options = { headers: { Authorization: `Basic ${basic}` } }
      const { data } = await oauthToken({ grant_type: 'client_credentials', scope: 'ads:read' }, options)
      return 'token_type' in data ? data.token_type : undefined
    },
  }
}

import { idOf } from '#server/domain/ids.ts'
import { adGroupIdRange } from '#server/resources/campaign-management/ad-groups/resource.ts'
import { campaignIdRange } from '#server/resources/campaign-management/campaigns/resource.ts'
import { keywordIdRange } from '#server/resources/campaign-management/keywords/resource.ts'
import { broad, changeKeyword, keywordsOf, negative, parentsIn, tryKeywords } from '../fixtures/keywords.ts'
import type { RuleCase } from './case.ts'

/** Cases of the rules about keywords. */
export const keywordCases: readonly RuleCase[] = [
  {
    rule: 'keyword.parent.exists',
    moment: 'where there is no parent',
    refused: (mock) => tryKeywords(mock, idOf(adGroupIdRange, 99), broad),
    passes: async (mock) => tryKeywords(mock, (await parentsIn(mock)).adGroup.id, broad),
  },
  {
    rule: 'keyword.parent.exists',
    moment: 'where the letters name another kind',
    refused: async (mock) => tryKeywords(mock, `C${(await parentsIn(mock)).adGroup.id}`, broad),
    passes: async (mock) => tryKeywords(mock, `AG${(await parentsIn(mock)).adGroup.id}`, broad),
  },
  {
    rule: 'keyword.parent.exists',
    moment: 'where the campaign above is archived',
    refused: async (mock) => {
      const { campaign, adGroup } = await parentsIn(mock)
      await mock.change('/campaigns', { id: campaign.id, status: 'ARCHIVED' })
      return tryKeywords(mock, adGroup.id, broad)
    },
    passes: async (mock) => {
      const { campaign, adGroup } = await parentsIn(mock)
      await mock.change('/campaigns', { id: campaign.id, status: 'PAUSED' })
      return tryKeywords(mock, adGroup.id, broad)
    },
  },
  {
    rule: 'keyword.match-type.negative-only',
    moment: 'on a campaign',
    refused: async (mock) => tryKeywords(mock, (await parentsIn(mock)).campaign.id, broad),
    passes: async (mock) => tryKeywords(mock, (await parentsIn(mock)).campaign.id, negative),
  },
  {
    rule: 'keyword.match-type.negative-only',
    moment: 'on the ad account',
    refused: (mock) => tryKeywords(mock, mock.account, { ...broad, match_type: 'PHRASE' }),
    passes: (mock) => tryKeywords(mock, mock.account, { ...broad, match_type: 'PHRASE_NEGATIVE' }),
  },
  {
    rule: 'keyword.exists',
    refused: (mock) => changeKeyword(mock, { id: idOf(keywordIdRange, 99), archived: true }),
    passes: async (mock) => {
      const [keyword] = await keywordsOf(mock, mock.account, negative)
      return changeKeyword(mock, { id: keyword.id, archived: true })
    },
  },
  {
    rule: 'keyword.archived.final',
    refused: async (mock) => {
      const [{ id }] = (await keywordsOf(mock, mock.account, negative)) as [{ id: string }]
      await changeKeyword(mock, { id, archived: true })
      return changeKeyword(mock, { id, archived: false })
    },
    passes: async (mock) => {
      const [{ id }] = (await keywordsOf(mock, mock.account, negative)) as [{ id: string }]
      return changeKeyword(mock, { id, archived: false })
    },
  },
  {
    rule: 'keyword.list.one-parent',
    refused: ({ get }) =>
      get(`/keywords?campaign_id=${idOf(campaignIdRange, 1)}&ad_group_ids=${idOf(adGroupIdRange, 1)}`),
    passes: ({ get }) => get(`/keywords?ad_group_ids=${idOf(adGroupIdRange, 1)}`),
  },
]

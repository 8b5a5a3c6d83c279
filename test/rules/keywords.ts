import { keywordCases as probeCases } from '#server/target/probe/cases/keywords.ts'
import { broad, changeKeyword, keywordsOf, negative, tryKeywords } from '../fixtures/keywords.ts'
import type { RuleCase } from './case.ts'
import { probed } from './probe-cases.ts'

/** Cases of the rules about keywords. */
export const keywordCases: readonly RuleCase[] = [
  ...probed(probeCases),
  {
    rule: 'keyword.match-type.negative-only',
    moment: 'on the ad account',
    refused: (mock) => tryKeywords(mock, mock.account, { ...broad, match_type: 'PHRASE' }),
    passes: (mock) => tryKeywords(mock, mock.account, { ...broad, match_type: 'PHRASE_NEGATIVE' }),
  },
  {
    rule: 'keyword.archived.final',
    moment: 'on the ad account',
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
]

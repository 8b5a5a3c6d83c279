import type { Keyword, State } from './state.ts'
import { isFinal } from './status.ts'
import { Objections, refused, type Verdict } from './verdict.ts'

/** What a caller may send about a keyword. */
export interface SentKeyword {
  readonly match_type?: string
  readonly value?: string
  readonly archived?: boolean
}

/** What becomes of a keyword that is created below an ad group, a campaign, or the ad account itself. */
export function createKeyword(state: State, parent: string, sent: SentKeyword): Verdict<Keyword> {
  const parent_type = typeOf(state, parent)
  if (!parent_type) return refused('no such parent', 2)
  const row: Keyword = {
    id: '',
    archived: false,
    parent_id: parent,
    parent_type,
    type: 'KEYWORD',
    bid: null,
    match_type: sent.match_type ?? '',
    value: sent.value ?? '',
  }
  const objections = new Objections()
  const negative = row.match_type.endsWith('_NEGATIVE')
  objections.when(parent_type !== 'AD_GROUP' && !negative, 'a keyword that does not exclude')
  return objections.verdict(row)
}

/** What is open to be a parent, by the word for it. */
function typeOf(state: State, id: string): string | undefined {
  if (id === state.account) return 'ADVERTISER'
  const adGroup = state.adGroups.get(id)
  const campaign = state.campaigns.get(adGroup?.campaign_id ?? id)
  if (!campaign || isFinal(campaign.status) || (adGroup && isFinal(adGroup.status))) return undefined
  return adGroup ? 'AD_GROUP' : 'CAMPAIGN'
}

/** What becomes of a keyword that is changed: archiving it is all that there is to change, and is final. */
export function updateKeyword(state: State, id: string, { archived }: SentKeyword): Verdict<Keyword> {
  const before = state.keywords.get(id)
  if (!before) return refused('no such keyword', 2)
  return before.archived ? refused('archived is final') : { row: { ...before, archived: archived ?? false } }
}

/** All pages of a list of keywords in one: of one parent, the ad account when no other is named. */
export const keywordList = (state: State, parent = state.account): readonly Keyword[] =>
  [...state.keywords.values()].filter(({ parent_id, archived }) => parent_id === parent && !archived)

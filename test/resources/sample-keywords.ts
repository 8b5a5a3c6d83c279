import type { Answer, Json, Mock } from '../helper.ts'
import { cbo, madeIn } from './ad-groups.ts'

/** A keyword that every parent takes. */
export const negative = { match_type: 'EXACT_NEGATIVE', value: 'free tent' }

/** A keyword that ad groups alone take. */
export const broad = { match_type: 'BROAD', value: 'hiking boots' }

/** An ad group in a campaign of its own, with both as they were answered. */
export async function parentsIn(mock: Mock): Promise<{ campaign: Json; adGroup: Json }> {
  const campaign = await cbo(mock)
  return { campaign, adGroup: await madeIn(mock, campaign) }
}

/** The answer to creating keywords of a parent. */
export const tryKeywords = ({ post }: Mock, parent_id: string, ...keywords: readonly object[]): Promise<Answer> =>
  post('/keywords', { parent_id, keywords })

/** Keywords created for a parent. */
export async function keywordsOf(mock: Mock, parent: string, ...keywords: readonly object[]): Promise<readonly Json[]> {
  const { body } = await tryKeywords(mock, parent, ...keywords)
  if (body.keywords?.length !== keywords.length) throw new Error(`refused: ${JSON.stringify(body)}`)
  return body.keywords
}

/** The answer to changing one keyword. */
export const changeKeyword = ({ patch }: Mock, change: object): Promise<Answer> =>
  patch('/keywords', { keywords: [change] })

/** The values of the keywords that a list answers. */
export async function valuesIn({ get }: Mock, query = ''): Promise<readonly string[]> {
  const { body } = await get(`/keywords${query}`)
  return body.items.map(({ value }: Json) => value)
}

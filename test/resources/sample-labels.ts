import type { Answer, Json, Mock } from '../helper.ts'
import { awareness } from './sample-campaigns.ts'

/** The id of a label that is created by these calls. */
export async function labelIn({ post }: Mock, value: string, label_type = 'CUSTOM'): Promise<string> {
  const { body } = await post('/labels', { labels: [{ label_type, value }] })
  return body.labels[0].id
}

/** The ids of so many new campaigns. */
export async function campaignsIn({ post }: Mock, count = 1): Promise<readonly Json[]> {
  const ids: string[] = []
  while (ids.length < count) {
    const { body } = await post('/campaigns', Array(Math.min(count - ids.length, 30)).fill(awareness))
    ids.push(...body.items.map(({ data }: Json) => data.id))
  }
  return ids
}

/** Applies the label to these campaigns. */
export const apply = ({ post }: Mock, labelId: string, entity_ids: readonly string[]): Promise<Answer> =>
  post(`/labels/${labelId}/apply`, { entity_ids })

/** Removes the label from these campaigns. */
export const remove = ({ post }: Mock, labelId: string, entity_ids: readonly string[]): Promise<Answer> =>
  post(`/labels/${labelId}/remove`, { entity_ids })

/** Changes one label. */
export const changeLabel = ({ patch }: Mock, label: Json): Promise<Answer> => patch('/labels', { labels: [label] })

/** The values of the labels that a list answers. */
export async function valuesIn({ get }: Mock, query = ''): Promise<readonly string[]> {
  const { body } = await get(`/labels${query}`)
  return body.items.map(({ value }: Json) => value)
}

import type { Json, Mock } from '../helper.ts'

/** A template that breaks no rule. */
export const hikers = { name: 'Hikers', targeting_attributes: { LOCATION: ['US'] } }

/** A template that is created by the call, as it was answered. */
export async function templateIn({ post }: Mock, more: object = {}): Promise<Json> {
  return (await post('/targeting_templates', { ...hikers, ...more })).body
}

/** The names of the templates that a list answers. */
export async function namesIn({ get }: Mock, query = ''): Promise<readonly string[]> {
  const { body } = await get(`/targeting_templates${query}`)
  return body.items.map(({ name }: Json) => name)
}

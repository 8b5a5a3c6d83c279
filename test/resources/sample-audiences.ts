import type { Json, Mock } from '../helper.ts'

/** An audience that breaks no rule. */
export const readers = {
  name: 'Readers',
  audience_type: 'ENGAGEMENT',
  rule: { engagement_domain: ['www.example.com'] },
}

/** So many email addresses with commas between them. */
export const emails = (count: number, from = 0): string =>
  Array.from({ length: count }, (_, index) => `reader${from + index}@example.com`).join(',')

/** An audience that is created by the call, as it was answered. */
export async function audienceIn({ post }: Mock, more: object = {}): Promise<Json> {
  return (await post('/audiences', { ...readers, ...more })).body
}

/** A customer list that is created by the call, as it was answered. */
export async function customerListIn({ post }: Mock, more: object = {}): Promise<Json> {
  return (await post('/customer_lists', { name: 'Newsletter', records: emails(2), ...more })).body
}

/** A conversion tag that is created by the call, as it was answered. */
export async function conversionTagIn({ post }: Mock, more: object = {}): Promise<Json> {
  return (await post('/conversion_tags', { name: 'Checkout', ...more })).body
}

/** The names of what a list answers. */
export async function namesOf({ get }: Mock, path: string): Promise<readonly string[]> {
  const { body } = await get(path)
  return body.items.map(({ name }: Json) => name)
}

import { get } from '../api.ts'
import type { Call } from '../connection.ts'
import { items } from '../facts.ts'

/** Where a server has campaigns and labels as plain collections. */
interface Collections {
  readonly path: string
  /** The first page of the campaigns. */
  readonly page: string
  readonly labels: string
  /** Returns the body that creates several campaigns. */
  readonly list: (count: number) => unknown
}

/** The id of the campaign and of the label that the suite works on. */
export const suiteId = 'suite'

/** Returns our suite as calls of collections, which refuse nothing: a creation less. */
export function suiteOfCrud({ path, page, labels, list }: Collections): readonly Call[] {
  const one = get(`${path}/${suiteId}`)
  const post = (to: string, body: unknown): Call => ({ method: 'POST', path: to, body: JSON.stringify(body) })
  const patch = (at: string, body: unknown): Call => ({ method: 'PATCH', path: at, body: JSON.stringify(body) })
  return [
    post(path, { ...items(1)[0], id: suiteId }),
    one,
    post(path, list(2)),
    get(page),
    post(path, list(3)),
    one,
    patch(one.path, { name: 'Changed' }),
    one,
    patch(one.path, { daily_spend_cap: 20_000_000 }),
    get(page),
    post(labels, { id: suiteId, label_type: 'CUSTOM', value: 'Suite' }),
    patch(`${labels}/${suiteId}`, { entity_ids: [suiteId] }),
    patch(one.path, { status: 'ARCHIVED' }),
  ]
}

import { isObject } from '#server/domain/json-object.ts'
import type { MadeEntity } from './references.ts'

/** Returns the entities that an answer says were made or changed, whatever the shape of the operation's answers. */
export function entitiesIn(body: unknown): readonly MadeEntity[] {
  if (Array.isArray(body)) return body.flatMap(dataOf)
  if (!isObject(body)) return []
  const { items, labels, keywords } = body
  if (Array.isArray(items)) return items.flatMap(dataOf)
  if (hasId(body)) return [body]
  for (const list of [labels, keywords]) if (Array.isArray(list)) return list.filter(isObject).filter(hasId)
  return []
}

function dataOf(item: unknown): readonly MadeEntity[] {
  if (!isObject(item)) return []
  if (isObject(item.data)) return hasId(item.data) ? [item.data] : []
  // Of advertiser defined events, which have no ids.
  return item.status === 'success' ? [item] : []
}

const hasId = ({ id, schedule_id, uuid }: MadeEntity): boolean =>
  [id, schedule_id, uuid].some((one) => typeof one === 'string')

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

const dataOf = (item: unknown): readonly MadeEntity[] =>
  isObject(item) && isObject(item.data) && hasId(item.data) ? [item.data] : []

const hasId = ({ id, schedule_id }: MadeEntity): boolean => typeof id === 'string' || typeof schedule_id === 'string'

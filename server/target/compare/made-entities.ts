import { isObject } from '#server/domain/json-object.ts'
import type { AnswerDifference } from './answer-differences.ts'

/** An entity within an answer, and where it stands. */
interface Placed {
  readonly entity: Readonly<Record<string, unknown>>
  readonly at: string
}

/** Fields with times, which differ from server to server. */
const timeField = /time|date|created|updated|_at$/
/** Values of enumerations. Other texts are the data of whoever runs the tests. */
const enumerationValue = /^[A-Z][A-Z0-9_]*$/

/**
 * The entities that both servers made by the same calls. Of them alone values are compared, such as defaults, and their
 * order in lists: other entities of the target are other data.
 */
export class MadeEntities {
  /** The ids that the target has, by those of the mock. */
  readonly #targetIds = new Map<string, string>()

  /** Notes what a creation made, by the places in both answers. */
  note(mock: unknown, target: unknown): void {
    const others = placesIn(target)
    for (const [index, { entity, at }] of placesIn(mock).entries()) {
      const other = others[index]
      if (other?.at === at) this.#targetIds.set(String(entity.id), String(other.entity.id))
    }
  }

  /** Returns how two answers differ in values and in the order of what was made. */
  differences(mock: unknown, target: unknown): readonly AnswerDifference[] {
    if (this.#targetIds.size === 0) return []
    const [ours, theirs] = [placesIn(mock), placesIn(target)]
    const byId = new Map(theirs.map((placed) => [String(placed.entity.id), placed]))
    const pairs = ours.flatMap((placed) => {
      const other = byId.get(this.#targetIds.get(String(placed.entity.id)) ?? '')
      return other === undefined ? [] : [{ placed, other }]
    })
    const values = pairs.flatMap(({ placed, other }) => valueDifferences(placed.entity, other.entity, placed.at))
    const order = pairs.map(({ other }) => theirs.indexOf(other))
    const turned = order.findIndex((position, index) => index > 0 && position < (order[index - 1] ?? 0))
    const at = pairs[turned]?.placed.at
    return at === undefined ? values : [...values, { kind: 'order', at, mock: null, target: null }]
  }
}

/** Returns the entities of an answer, outer ones alone, in their order. */
function placesIn(value: unknown, at = ''): readonly Placed[] {
  if (Array.isArray(value)) return value.flatMap((item) => placesIn(item, `${at}[]`))
  if (!isObject(value)) return []
  if (typeof value.id === 'string') return [{ entity: value, at }]
  return Object.entries(value).flatMap(([key, inner]) => placesIn(inner, at === '' ? key : `${at}.${key}`))
}

function valueDifferences(
  ours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>>,
  at: string,
): readonly AnswerDifference[] {
  return Object.entries(ours).flatMap(([key, one]): readonly AnswerDifference[] => {
    const other = theirs[key]
    const place = at === '' ? key : `${at}.${key}`
    if (isObject(one) && isObject(other)) return valueDifferences(one, other, place)
    if (timeField.test(key) || other === undefined || one === other) return []
    if (!isComparable(one) || !isComparable(other) || !isSameType(one, other)) return []
    return [{ kind: 'value', at: place, mock: String(one), target: String(other) }]
  })
}

const isComparable = (value: unknown): boolean =>
  value === null ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (typeof value === 'string' && enumerationValue.test(value))

/** Whether another type is not reported anyway. */
const isSameType = (one: unknown, other: unknown): boolean =>
  one === null || other === null || typeof one === typeof other

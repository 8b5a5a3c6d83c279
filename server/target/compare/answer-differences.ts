import { isObject } from '#server/domain/json-object.ts'
import { shapeDifferences, shapeOf } from './shape.ts'

/** The ways in which a target answers a call otherwise. */
export const differenceKinds = [
  'status',
  'code',
  'message',
  'field-missing',
  'field-added',
  'type',
  'value',
  'order',
  'header',
  'no-answer',
] as const

/** One way in which a target answers a call otherwise. */
export interface AnswerDifference {
  readonly kind: (typeof differenceKinds)[number]
  /** Where: the key path of a field, the name of a header; empty for the answer itself. */
  readonly at: string
  /** What the mock answered; null for nothing. */
  readonly mock: string | null
  /** What the target answered; null for nothing. */
  readonly target: string | null
}

/** An answer to be compared. */
export interface ComparedAnswer {
  readonly status: number
  readonly headers: (name: string) => string | null
  readonly body: unknown
}

/** Headers of which the API says that answers have them. Others are those of the servers in between. */
const presentHeaders = ['x-pinterest-rid', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'retry-after'] as const
const valuedHeaders = ['content-type', 'x-ratelimit-limit', 'allow'] as const

/**
 * Returns how a target's answer differs from the mock's.
 *
 * @param mapped Returns a message of the mock with the ids that the target has.
 */
export function answerDifferences(
  mock: ComparedAnswer,
  target: ComparedAnswer,
  mapped: (message: string) => string,
): readonly AnswerDifference[] {
  const [one, other] = [refusalsOf(mock.body), refusalsOf(target.body)]
  const places = [...new Set([...one.keys(), ...other.keys()])]
  const differences: AnswerDifference[] = []
  if (mock.status !== target.status) {
    differences.push({ kind: 'status', at: '', mock: String(mock.status), target: String(target.status) })
  }
  for (const place of places) {
    const [{ code, message }, { code: otherCode, message: otherMessage }] = [
      one.get(place) ?? none,
      other.get(place) ?? none,
    ]
    const at = place.replaceAll(/\[\d+\]/g, '[]')
    if (code !== otherCode) differences.push({ kind: 'code', at, mock: code, target: otherCode })
    if (plain(mapped(message ?? '')) !== plain(otherMessage ?? '') && code === otherCode) {
      differences.push({ kind: 'message', at, mock: message, target: otherMessage })
    }
  }
  if (mock.status === target.status && mock.body !== undefined) {
    differences.push(...shapeDifferences(shapeOf(mock.body), shapeOf(target.body)))
  }
  return [...differences, ...headerDifferences(mock, target)]
}

interface Refusal {
  readonly code: string | null
  readonly message: string | null
}

const none: Refusal = { code: null, message: null }

/** Returns the refusals in an answer by their places: of the whole request, and of the items of a batch. */
function refusalsOf(body: unknown): ReadonlyMap<string, Refusal> {
  const refusals = new Map<string, Refusal>()
  const visit = (value: unknown, at: string): void => {
    const list = Array.isArray(value) ? value : [value]
    const refused = list.map(refusalOf).filter((refusal) => refusal !== undefined)
    if (refused.length > 0) refusals.set(at, joined(refused))
    for (const [index, item] of list.entries()) {
      if (!isObject(item)) continue
      const place = Array.isArray(value) ? `${at}[${index}]` : at
      for (const name of ['items', 'exceptions', 'errors']) visit(item[name], place === '' ? name : `${place}.${name}`)
    }
  }
  visit(body, '')
  return refusals
}

/** Returns what refuses a request or an item, where a value says so. */
function refusalOf(value: unknown): Refusal | undefined {
  if (!isObject(value)) return undefined
  const { code, message, error_messages } = value
  if ((typeof code === 'number' || typeof code === 'string') && typeof message === 'string') {
    return { code: String(code), message }
  }
  return Array.isArray(error_messages) ? { code: null, message: error_messages.join(' ') } : undefined
}

/** Returns the refusals of one item as one: which of them comes first is no difference. */
function joined(refusals: readonly Refusal[]): Refusal {
  const texts = (of: (refusal: Refusal) => string | null) => refusals.map(of).filter((text) => text !== null)
  const codes = texts(({ code }) => code)
  return {
    code: codes.length === 0 ? null : codes.toSorted().join(', '),
    message: texts(({ message }) => message)
      .toSorted()
      .join(' '),
  }
}

/** Returns a message without what differs from call to call: ids and times. */
const plain = (message: string): string => message.replaceAll(/\d{4}-\d\d-\d\d[T\d:.Z]*|\d{5,}/g, '#').trim()

function headerDifferences(mock: ComparedAnswer, target: ComparedAnswer): readonly AnswerDifference[] {
  const of = (name: string, value: (header: string) => string): readonly AnswerDifference[] => {
    const [one, other] = [mock.headers(name), target.headers(name)]
    const [left, right] = [one === null ? null : value(one), other === null ? null : value(other)]
    // A world without limits tells none.
    if (left === null && name.startsWith('x-ratelimit-')) return []
    return left === right ? [] : [{ kind: 'header', at: name, mock: left, target: right }]
  }
  return [
    ...presentHeaders.flatMap((name) => of(name, () => 'present')),
    ...valuedHeaders.flatMap((name) => of(name, (value) => value.toLowerCase().replaceAll(/\s/g, ''))),
  ]
}

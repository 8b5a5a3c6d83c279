import { isJsonPath, someAt, stepsOf } from '../matching/json-path.ts'
import { isoOf } from '../time/clock.ts'
import { millisecondsIn } from '../time/duration.ts'

/** What the placeholders of a template refer to. */
export interface TemplateValues {
  readonly method: string
  /** The parameters of the path by name, and its segments by index. */
  readonly path: unknown
  readonly query: unknown
  /** By names in lower case. */
  readonly headers: unknown
  readonly body: unknown
  /** Milliseconds of the world's clock. */
  readonly now: number
  /** How many calls the stub has answered, this one included. */
  readonly counter: number
  /** An id that no other response has. */
  readonly id: string
}

/** Returns the value of a placeholder; undefined where the call lacks it. */
export type Expression = (values: TemplateValues) => unknown

const sources = ['path', 'query', 'headers', 'body'] as const
const source = new RegExp(`^(${sources.join('|')})(?=$|[.[])(.*)$`, 's')
const clock = /^now(\.iso)?(?: *([+-]) *(\w+))?$/

/** What may stand between the braces of a placeholder, for messages. */
export const expressionForms =
  'path.name, query.name, headers.name, body or body[0].name, method, counter, id, now, now.iso or now+7d'

/** Parses the text between the braces of a placeholder; returns undefined for a text that is none of `expressionForms`. */
export function expressionOf(text: string): Expression | undefined {
  if (text === 'method' || text === 'counter' || text === 'id') return (values) => values[text]
  return clockExpression(text) ?? sourceExpression(text)
}

function clockExpression(text: string): Expression | undefined {
  const [matched, iso, sign = '', duration] = clock.exec(text) ?? []
  if (matched === undefined) return undefined
  const offset = duration === undefined ? 0 : millisecondsIn(sign + duration)
  if (offset === undefined) return undefined
  return iso === undefined ? ({ now }) => Math.floor((now + offset) / 1000) : ({ now }) => isoOf(now + offset)
}

function sourceExpression(text: string): Expression | undefined {
  const [, name, path = ''] = source.exec(text) ?? []
  if (name === undefined || (path !== '' && !isJsonPath(`$${path}`))) return undefined
  const steps = stepsOf(path)
  const isList = steps.includes('*')
  return (values) => {
    const found: unknown[] = []
    someAt(values[name as (typeof sources)[number]], steps, (value) => {
      found.push(value)
      return !isList
    })
    return isList ? found : found[0]
  }
}

import { type Expression, expressionForms, expressionOf, type TemplateValues } from './expression.ts'

/** A template that cannot be used, with the reason. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}

/** The most placeholders of one template: each may walk through the whole body of a call. */
export const maxPlaceholders = 100

/** The most characters that the values of one response's placeholders may take together. */
export const maxInserted = 4 * 2 ** 20

/** How many characters placeholders may still insert into one response. */
export class InsertionBudget {
  #left = maxInserted

  /** @throws TemplateError beyond the limit. */
  take(text: string): string {
    this.#left -= text.length
    if (this.#left < 0) throw new TemplateError(`its placeholders insert more than ${maxInserted} characters`)
    return text
  }
}

/** Makes a value of what a call consists of. */
export type Template<Value> = (values: TemplateValues, budget: InsertionBudget) => Value

const placeholder = /\{\{([^{}]*)\}\}/g

/** A template of a response and how many placeholders it has. */
interface Compiled<Value> {
  readonly template: Template<Value>
  readonly placeholders: number
}

/**
 * Compiles a JSON value, in whose texts `{{…}}` stands for a part of the call. A text that is one placeholder becomes
 * the value itself, a number or an object as well; within a longer text it becomes text.
 *
 * @throws TemplateError for an unknown placeholder.
 */
export function jsonTemplate(value: unknown): Compiled<string> {
  let placeholders = 0
  const compile = (part: unknown): Template<string> => {
    if (typeof part === 'string') {
      const parts = partsOf(part)
      placeholders += parts.filter((one) => typeof one !== 'string').length
      const [only] = parts
      if (parts.length === 1 && typeof only === 'function') {
        return (values, budget) => budget.take(JSON.stringify(only(values) ?? null))
      }
      return (values, budget) => JSON.stringify(joined(parts, values, budget))
    }
    if (Array.isArray(part)) {
      const items = part.map(compile)
      return (values, budget) => `[${items.map((item) => item(values, budget)).join(',')}]`
    }
    if (part !== null && typeof part === 'object') {
      const fields = Object.entries(part).map(([name, field]) => [JSON.stringify(name), compile(field)] as const)
      return (values, budget) => `{${fields.map(([name, field]) => `${name}:${field(values, budget)}`).join(',')}}`
    }
    const text = JSON.stringify(part)
    return () => text
  }
  return { template: compile(value), placeholders }
}

/**
 * Compiles a text, in which `{{…}}` stands for a part of the call.
 *
 * @throws TemplateError for an unknown placeholder.
 */
export function textTemplate(text: string): Compiled<string> {
  const parts = partsOf(text)
  const placeholders = parts.filter((one) => typeof one !== 'string').length
  return { template: (values, budget) => joined(parts, values, budget), placeholders }
}

function partsOf(text: string): readonly (string | Expression)[] {
  const parts: (string | Expression)[] = []
  let end = 0
  for (const match of text.matchAll(placeholder)) {
    const expression = expressionOf((match[1] ?? '').trim())
    if (expression === undefined) {
      throw new TemplateError(`${match[0].slice(0, 100)} is no placeholder; there are ${expressionForms}`)
    }
    if (match.index > end) parts.push(text.slice(end, match.index))
    parts.push(expression)
    end = match.index + match[0].length
  }
  if (end < text.length || parts.length === 0) parts.push(text.slice(end))
  return parts
}

const joined = (parts: readonly (string | Expression)[], values: TemplateValues, budget: InsertionBudget): string =>
  parts.map((part) => (typeof part === 'string' ? part : budget.take(textOf(part(values))))).join('')

/** Returns a value as it stands within a text: nothing for a missing one. */
function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

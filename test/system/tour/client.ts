import { deepStrictEqual } from 'node:assert'
import type { Json } from '#test/support/mock.ts'

/** What the tour holds an answer to: a status, and the parts of the body that are named. */
export interface Expected {
  readonly status?: number
  readonly body?: Json
  /** The rules that must have refused; none when absent. */
  readonly rules?: string
}

/** One call of the tour and whether it was answered as expected. */
export interface Step {
  readonly title: string
  readonly problem?: string
}

/** A client as a campaign tool has it: fetch, a base URL and a token. */
export class TourClient {
  readonly steps: Step[] = []
  readonly #base: string

  constructor(base: string) {
    this.#base = base.replace(/\/$/, '')
  }

  /** Calls, notes whether the answer is what was expected, and gives its body back. */
  async call(title: string, method: string, path: string, body: unknown, expected: Expected): Promise<Json> {
    const response = await fetch(this.#base + path, {
      method,
      headers: { authorization: 'Bearer tour', ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer: Json = await response.json()
    this.steps.push({ title, ...problemOf(response, answer, expected) })
    return answer
  }
}

function problemOf(response: Response, answer: Json, { status = 200, body, rules }: Expected) {
  try {
    deepStrictEqual(response.status, status)
    deepStrictEqual(response.headers.get('x-mock-rules') ?? undefined, rules)
    if (body !== undefined) deepStrictEqual(pick(answer, body), body)
    return {}
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error}\n${JSON.stringify(answer)}` }
  }
}

/** The parts of a value that the wanted one names, so that the two can be compared. */
function pick(value: Json, pattern: Json): Json {
  if (Array.isArray(pattern))
    return Array.isArray(value) ? value.map((item, index) => pick(item, pattern[index])) : value
  if (pattern === null || typeof pattern !== 'object' || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(pattern).map((key) => [key, pick(value[key], pattern[key])]))
}

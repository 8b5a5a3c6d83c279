import type { Latency } from '../faults/latency.ts'
import type { TemplateValues } from './expression.ts'
import {
  InsertionBudget,
  jsonTemplate,
  maxPlaceholders,
  type Template,
  TemplateError,
  textTemplate,
} from './template.ts'

/** A response of a stub as it is configured. */
export interface StubResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Text as it is, or JSON; no body when absent. */
  readonly body?: unknown
  /** How long the response is delayed. */
  readonly latency?: Latency | undefined
  /** Whether `{{…}}` in texts of the body and the headers stands for a part of the call. */
  readonly template: boolean
}

/** A response as it is sent. */
export interface RenderedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The text of the body; undefined without one. */
  readonly text: string | undefined
  /** Whether the body is JSON. */
  readonly isJson: boolean
}

/** Creates the function that renders a response for a call. */
export function rendererOf({
  status,
  headers,
  body,
  template,
}: StubResponse): (values: TemplateValues) => RenderedResponse {
  const isJson = body !== undefined && typeof body !== 'string'
  const { text, headerTexts } = template ? compiled(headers, body) : literal(headers, body)
  return (values) => {
    const budget = new InsertionBudget()
    const rendered = headerTexts.map(([name, value]) => [name, headerText(value(values, budget))])
    return { status, headers: Object.fromEntries(rendered), text: text?.(values, budget), isJson }
  }
}

interface Texts {
  readonly text: Template<string> | undefined
  readonly headerTexts: readonly (readonly [string, Template<string>])[]
}

function compiled(headers: StubResponse['headers'], body: unknown): Texts {
  const ofBody = body === undefined ? undefined : typeof body === 'string' ? textTemplate(body) : jsonTemplate(body)
  const ofHeaders = Object.entries(headers).map(([name, value]) => [name, textTemplate(value)] as const)
  const count = ofHeaders.reduce((sum, [, one]) => sum + one.placeholders, ofBody?.placeholders ?? 0)
  if (count > maxPlaceholders) throw new TemplateError(`it has more than ${maxPlaceholders} placeholders`)
  return { text: ofBody?.template, headerTexts: ofHeaders.map(([name, { template }]) => [name, template]) }
}

function literal(headers: StubResponse['headers'], body: unknown): Texts {
  const constant =
    (text: string): Template<string> =>
    () =>
      text
  return {
    text: body === undefined ? undefined : constant(typeof body === 'string' ? body : JSON.stringify(body)),
    headerTexts: Object.entries(headers).map(([name, value]) => [name, constant(value)]),
  }
}

/** Removes what no header may contain: a part of the call must not begin another header. */
const headerText = (text: string): string => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '')

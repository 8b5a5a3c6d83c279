import { failures } from './failures.ts'

/** The names of the fields that each effect has beside its type, and those that it needs. */
export const optionsOf: Readonly<Record<string, readonly EffectOption[]>> = {
  status: ['status', 'body'],
  latency: ['latency'],
  rate_limited: ['retry_after', 'message'],
  unavailable: ['retry_after', 'message'],
  server_error: ['message'],
  token_expired: ['message'],
  scope_missing: ['message'],
  not_permitted: ['message'],
  hang: ['at_most'],
  truncated: ['bytes'],
  dribble: ['chunks', 'over'],
  items: ['items'],
}

/** A field of an effect. */
export type EffectOption = keyof typeof optionLabels

/** What the fields of effects are called. */
export const optionLabels = {
  status: 'Status',
  body: 'Body (JSON or text)',
  latency: 'Delay (250ms, 2s)',
  retry_after: 'Retry after, in seconds',
  message: 'Message',
  at_most: 'At most (10s)',
  bytes: 'Bytes that arrive',
  chunks: 'Pieces',
  over: 'Over (5s)',
  items: 'Items that fail, from 0 (0, 2)',
} as const

/** The effects that can be chosen, with their titles. */
export const effectTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(failures).map(([type, { title }]) => [type, title])),
  latency: 'Answered late',
  status: 'Any status and body',
  empty: 'The connection is closed without a byte',
  dribble: 'The response comes in pieces',
  items: 'Items of a batch fail',
}

/** The triggers that can be chosen. */
export const triggerTitles = {
  all: 'Each of them',
  nth: 'Number n of them',
  first: 'The first n',
  every: 'Each one in n',
  probability: 'With a probability, from 0 to 1',
} as const

/** Returns the fault that a form describes, as test control takes it. What is wrong with it, the server says. */
export function faultOf(form: FormData): object {
  const text = (name: string): string => String(form.get(name) ?? '').trim()
  const [type, trigger] = [text('effect'), text('trigger')]
  const options = (optionsOf[type] ?? []).map((name) => [name, optionValue(name, text(name))])
  const match = ['operation', 'ad_account', 'body_contains'].map((name) => [name, text(name)])
  return {
    match: present(match),
    ...(trigger !== 'all' && { trigger: { [trigger]: numberOr(text('n')) } }),
    ...present([
      ['times', numberOr(text('times'))],
      ['expires_in', text('expires_in')],
    ]),
    effect: { type, ...present(options) },
  }
}

const present = (entries: readonly (readonly unknown[])[]): Record<string, unknown> =>
  Object.fromEntries(entries.filter(([, value]) => value !== '' && value !== undefined) as [string, unknown][])

/** Returns a text as a number where it is one. */
const numberOr = (text: string): number | string => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)

function optionValue(name: EffectOption, text: string): unknown {
  if (text === '') return undefined
  if (name === 'items') return text.split(',').map((item) => ({ item: numberOr(item.trim()) }))
  if (name === 'message') return text
  if (name !== 'body') return numberOr(text)
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

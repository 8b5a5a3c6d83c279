/** The option that the value of a short form sets: `latency=2s`, `status=503`, `rate_limited=30`. */
const optionOf: Readonly<Record<string, string>> = {
  status: 'status',
  latency: 'latency',
  hang: 'at_most',
  truncated: 'bytes',
  dribble: 'over',
  rate_limited: 'retry_after',
  unavailable: 'retry_after',
}

const digits = /^\d+$/

/**
 * Expands the short form of an effect: `reset` is `{ type: 'reset' }`, `latency=2s` sets an option. The result is not
 * validated yet.
 */
export function parseShorthand(shorthand: string): Readonly<Record<string, unknown>> {
  const [type = '', ...rest] = shorthand.trim().split('=')
  if (rest.length === 0) return { type }
  const text = rest.join('=')
  const value = digits.test(text) ? Number(text) : text
  return type === 'items' ? { type, items: itemsOf(text) } : { type, [optionOf[type] ?? 'value']: value }
}

const itemsOf = (text: string): readonly object[] =>
  text.split(',').map((item) => ({ item: digits.test(item) ? Number(item) : item }))

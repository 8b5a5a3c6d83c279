/** The option that the value of a short form is: `latency=2s`, `status=503`, `rate_limited=30`. */
const optionOf: Readonly<Record<string, string>> = {
  status: 'status',
  latency: 'latency',
  hang: 'at_most',
  truncated: 'bytes',
  dribble: 'over',
  rate_limited: 'retry_after',
  unavailable: 'retry_after',
}

const whole = /^\d+$/

/** An effect as text, `reset` or `latency=2s`, as the object that it is short for; anything else as it is. */
export function readShortForm(given: unknown): unknown {
  if (typeof given !== 'string') return given
  const [type = '', ...rest] = given.trim().split('=')
  if (rest.length === 0) return { type }
  const text = rest.join('=')
  const value = whole.test(text) ? Number(text) : text
  return type === 'items' ? { type, items: itemsOf(text) } : { type, [optionOf[type] ?? 'value']: value }
}

const itemsOf = (text: string): readonly object[] =>
  text.split(',').map((item) => ({ item: whole.test(item) ? Number(item) : item }))

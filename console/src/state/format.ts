/** Returns a moment in Unix seconds or milliseconds as text in UTC. */
export function momentText(value: number): string {
  const milliseconds = value > 1e11 ? value : value * 1000
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? String(value) : `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

/** Returns an amount in micro-currency as one of the currency. */
export const amountText = (micro: number): string =>
  (micro / 1e6).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 })

const isTime = (name: string): boolean => /(_time|_timestamp|_at|_start|^due|^created|^begin|^until)$/.test(name)
const isAmount = (name: string): boolean => /(micro_currency|spend_cap)$/i.test(name)

/** Returns a value of an entity as it is shown in a table. */
export function shownValue(name: string, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' && value > 1e8 && isTime(name)) return momentText(value)
  if (typeof value === 'number' && isAmount(name)) return amountText(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Returns the schedule of an entity: from when until when it runs. */
export function scheduleText(start: unknown, end: unknown): string {
  const [from, until] = [start, end].map((value) =>
    typeof value === 'number' && value > 0 ? momentText(value).slice(0, 10) : undefined,
  )
  if (from === undefined && until === undefined) return ''
  return until === undefined ? `from ${from}` : `${from ?? ''} – ${until}`
}

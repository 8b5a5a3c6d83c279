// Each reads the text of a flag or a variable. What is wrong with it is left as it is, for the schema to refuse.

/** A whole number. */
export const number = (text: string): unknown => (/^-?\d+$/.test(text) ? Number(text) : text)
const units: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }

/** A number of bytes: `65536`, `64K`, `512M`, `1G`. */
export function bytes(text: string): unknown {
  const [, count, unit = ''] = /^(\d+)([KMG]?)$/i.exec(text) ?? []
  return count === undefined ? text : Number(count) * (units[unit.toUpperCase()] ?? 1)
}

/** The same as short as can be. */
export function bytesText(count: number): string {
  const unit = Object.keys(units).findLast((one) => count % (units[one] ?? 1) === 0)
  return count > 0 && unit !== undefined ? `${count / (units[unit] ?? 1)}${unit}` : String(count)
}

/** Parts separated by commas. */
export const list = (text: string): unknown => text.split(',').flatMap((part) => part.trim() || [])
const onOff = new Map<string, boolean>([
  ['', true],
  ['on', true],
  ['true', true],
  ['1', true],
  ['off', false],
  ['false', false],
  ['0', false],
])
/** A switch: on, true, 1 or nothing, and their opposites. */
export const boolean = (text: string): unknown => onOff.get(text.toLowerCase()) ?? text

/** `require_cbo=on,5497:labels=off`: for every ad account, or for one. */
export function features(text: string): unknown {
  const settings: Record<string, Record<string, unknown>> = {}
  for (const part of text.split(',')) {
    const [, account = '*', feature = '', value = ''] = /^(?:(\d+):)?([^=]*)=?(.*)$/.exec(part.trim()) ?? []
    settings[account] = { ...settings[account], [feature]: boolean(value) }
  }
  return settings
}

/** `campaign.budget.one-cap=off`, several separated by commas, or JSON as in the configuration file. */
export function rules(text: string): unknown {
  if (text.startsWith('{')) return JSON.parse(text)
  const parts = text.split(',').map((part) => part.trim().split('='))
  return Object.fromEntries(parts.map(([id = '', value = '']) => [id, { off: boolean(value) === false }]))
}

/** `trial`, or JSON as in the configuration file. */
export const limits = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : text)

import { adoptedRules } from './adopted-rules.ts'

// Parsers for the text of a flag or an environment variable. They return invalid text unchanged, for the schema to
// refuse.

/** Parses an integer. */
export const number = (text: string): unknown => (/^-?\d+$/.test(text) ? Number(text) : text)
const units: Readonly<Record<string, number>> = { K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }

/** Parses a number of bytes: `65536`, `64K`, `512M`, `1G`. */
export function bytes(text: string): unknown {
  const [, count, unit = ''] = /^(\d+)([KMG]?)$/i.exec(text) ?? []
  return count === undefined ? text : Number(count) * (units[unit.toUpperCase()] ?? 1)
}

/** Formats a number of bytes with the largest unit that divides it. */
export function bytesText(count: number): string {
  const unit = Object.keys(units).findLast((one) => count % (units[one] ?? 1) === 0)
  return count > 0 && unit !== undefined ? `${count / (units[unit] ?? 1)}${unit}` : String(count)
}

/** Parses a comma-separated list. */
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
/** Parses a switch: on, true, 1 or empty, and off, false or 0. */
export const boolean = (text: string): unknown => onOff.get(text.toLowerCase()) ?? text

/** Parses features for all ad accounts or for one: `require_cbo=on,5497:labels=off`. */
export function features(text: string): unknown {
  const settings: Record<string, Record<string, unknown>> = {}
  for (const part of text.split(',')) {
    const [, account = '*', feature = '', value = ''] = /^(?:(\d+):)?([^=]*)=?(.*)$/.exec(part.trim()) ?? []
    settings[account] = { ...settings[account], [feature]: boolean(value) }
  }
  return settings
}

/**
 * Parses overrides of rules: `campaign.budget.one-cap=off` and files of evidence, comma-separated, or JSON as in the
 * configuration file. What stands later wins.
 */
export function rules(text: string): unknown {
  if (text.startsWith('{')) return JSON.parse(text)
  return Object.assign({}, ...text.split(',').map((part) => rulesOfPart(part.trim())))
}

function rulesOfPart(part: string): object {
  if (part.endsWith('.json')) return adoptedRules(part)
  const [id = '', value = ''] = part.split('=')
  return { [id]: { off: boolean(value) === false } }
}

/** Parses `trial`, or JSON as in the configuration file. */
export const limits = (text: string): unknown => (text.startsWith('{') ? JSON.parse(text) : text)

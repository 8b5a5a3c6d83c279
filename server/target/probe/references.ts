import { isoOf } from '#server/domain/time/clock.ts'
import type { ProbeValue } from './probe-case.ts'

/** How the name of everything begins that a probe makes. */
export const namePrefix = 'pinterest-ads-mock probe'

/** An entity as an answer has it. */
export type MadeEntity = Readonly<Record<string, unknown>>

/** What references of one act resolve to. */
export interface References {
  readonly adAccount: string
  /** Unix seconds of the target. */
  readonly now: number
  /** Begins every name of this act: the prefix, the run and the act. */
  readonly name: string
  /** The id of the Pin that ads are made of; absent where none was named. */
  readonly pin?: string | undefined
  /** What was made so far, by the names of steps and fixtures. */
  readonly made: ReadonlyMap<string, readonly MadeEntity[]>
}

const day = 86_400
const whole = /^\{\{([^}]+)\}\}$/
const reference = /\{\{([^}]+)\}\}/g

/**
 * Replaces the references in texts: `{{now+3600}}`, `{{day-7}}`, `{{name}}`, `{{name Boots}}`, `{{ad_account}}`,
 * `{{promotable_pin}}`, and `{{campaign.id}}` or `{{campaigns[1].id}}` of what was made. A text that is one reference
 * becomes its value.
 */
export function resolve<Value extends ProbeValue | undefined>(value: Value, references: References): Value {
  if (typeof value === 'string') {
    const [, alone] = whole.exec(value) ?? []
    if (alone !== undefined) return valueIn(alone, references) as Value
    return value.replace(reference, (_, expression: string) => String(valueIn(expression, references))) as Value
  }
  if (Array.isArray(value)) return value.map((one) => resolve(one, references)) as unknown as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, resolve(one as ProbeValue, references)]),
  ) as Value
}

/** Whether the texts of a value refer to the Pin that the user names. */
export const needsPin = (value: unknown): boolean => JSON.stringify(value).includes('{{promotable_pin}}')

/** Returns the names of the things that the texts of a value refer to. */
export function namesIn(value: unknown): readonly string[] {
  const expressions = [...(JSON.stringify(value) ?? '').matchAll(reference)].map(([, expression = '']) => expression)
  return [...new Set(expressions.flatMap((one) => /^(\w+)(?:\[\d+\])?\.\w+$/.exec(one)?.[1] ?? []))]
}

function valueIn(expression: string, { adAccount, now, name, pin, made }: References): string | number {
  if (expression === 'ad_account') return adAccount
  if (expression === 'promotable_pin' && pin !== undefined) return pin
  const [, base, sign = '+', amount = '0'] = /^(now|day)(?:([+-])(\d+))?$/.exec(expression) ?? []
  const shift = Number(`${sign}${amount}`)
  if (base === 'now') return now + shift
  if (base === 'day') return isoOf((now + shift * day) * 1000).slice(0, 10)
  const [, label] = /^name(?: (.+))?$/.exec(expression) ?? []
  if (label !== undefined) return `${name} ${label}`
  if (expression === 'name') return name
  const [, thing = '', index = '0', field = ''] = /^(\w+)(?:\[(\d+)\])?\.(\w+)$/.exec(expression) ?? []
  const value = made.get(thing)?.[Number(index)]?.[field]
  if (typeof value !== 'string' && typeof value !== 'number') throw new Error(`Nothing is known of '${expression}'`)
  return value
}

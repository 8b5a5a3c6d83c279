import type { Fault } from '../../../../server/library/generated/control.ts'
import { effectTitles } from './new-fault.ts'

/** Returns what a fault does, in words. */
export function effectText({ effect: { type, ...options } }: Pick<Fault, 'effect'>): string {
  const title = type === 'status' ? `Answers ${String(options.status)}` : (effectTitles[type] ?? type)
  const rest = Object.entries(options).filter(([name]) => !(type === 'status' && name === 'status'))
  return rest.length === 0 ? title : `${title} (${rest.map(([name, value]) => `${name}: ${textOf(value)}`).join(', ')})`
}

/** Returns which calls are meant, in words. */
export function matchText(match: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(match).filter(([, value]) => value !== undefined)
  if (parts.length === 0) return 'All calls'
  return parts.map(([name, value]) => `${name.replaceAll('_', ' ')}: ${textOf(value)}`).join(', ')
}

/** Returns which of the calls are affected, in words. */
export function triggerText({ trigger, times }: Pick<Fault, 'trigger' | 'times'>): string {
  const { nth, first, every, probability } = trigger as Readonly<Record<string, number | undefined>>
  const chosen = [
    nth !== undefined && `number ${nth} of them`,
    first !== undefined && `the first ${first}`,
    every !== undefined && `each one in ${every}`,
    probability !== undefined && `${Math.round(probability * 1000) / 10} % of them`,
  ].find((text) => text !== false)
  return [chosen ?? 'each of them', ...(times === null ? [] : [`${times} at most`])].join(', ')
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

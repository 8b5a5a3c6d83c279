import type { Column } from './columns.ts'

/** JSON columns that hold a list; the others hold an object, but for settings, which hold anything. */
const lists = new Set(['permissions', 'rejected_reasons', 'scopes'])
const anything = new Set(['settings.json'])

/** The highest number that a row may have: ids of later ones would have more digits than ids have. */
export const lastSequence = 2 ** 30

/**
 * What is wrong with a value that came as JSON, as what a column is to hold and to give back; undefined when nothing is.
 * SQLite alone takes a number for a text, and keeps `1.0` of it.
 */
export function whyNoValue(table: string, { name, type, isJson }: Column, value: unknown): string | undefined {
  if (value === null) return undefined
  if (isJson) {
    if (anything.has(`${table}.${name}`)) return undefined
    if (lists.has(name)) return Array.isArray(value) ? undefined : 'is no list'
    return typeof value === 'object' && !Array.isArray(value) ? undefined : 'is no object'
  }
  if (type === 'INTEGER') {
    if (!Number.isSafeInteger(value)) return 'is no whole number'
    return name === 'seq' && !isSequence(Number(value)) ? `is not from 1 to ${lastSequence}` : undefined
  }
  if (type === 'REAL') return Number.isFinite(value) ? undefined : 'is no number'
  if (typeof value !== 'string') return 'is no text'
  if (!value.isWellFormed()) return 'has half a character'
  return /^id$|_id$/.test(name) && !/^\d{1,19}$/.test(value) ? 'is no id of at most 19 digits' : undefined
}

/** Whether something can be the nth of its kind. */
const isSequence = (number: number): boolean => number >= 1 && number <= lastSequence

/** Tables whose JSON is no entity: it says what was told. */
const told = new Set(['settings', 'users'])

/**
 * The key at which the JSON of a row says something else than the row's columns, by which it is found; undefined when
 * both say the same.
 */
export function contradictedKey(table: string, row: Readonly<Record<string, unknown>>): string | undefined {
  const { json } = row
  if (told.has(table) || json === null || typeof json !== 'object') return undefined
  if (!('id' in json)) return 'id'
  return Object.entries(json).find(([key, value]) => findsBy.test(key) && key in row && row[key] !== value)?.[0]
}

const findsBy = /^id$|_id$|^status$/

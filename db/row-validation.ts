import type { Column } from './columns.ts'

/** JSON columns that hold a list; the others hold an object, except for settings, which hold any value. */
const listColumns = new Set([
  'permissions',
  'product_tags',
  'products',
  'own_permissions',
  'granted_permissions',
  'records',
  'rejected_reasons',
  'scopes',
])
const anyJsonColumns = new Set(['settings.json'])

/** The highest sequence number: ids of higher ones would have too many digits. */
export const maxSequence = 2 ** 30

/**
 * Returns why a JSON value does not fit a column; undefined when it does. SQLite itself would store a number in a text
 * column as `1.0`.
 */
export function invalidValueReason(table: string, { name, type, isJson }: Column, value: unknown): string | undefined {
  if (value === null) return undefined
  if (isJson) {
    if (anyJsonColumns.has(`${table}.${name}`)) return undefined
    if (listColumns.has(name)) return Array.isArray(value) ? undefined : 'is no list'
    return typeof value === 'object' && !Array.isArray(value) ? undefined : 'is no object'
  }
  if (type === 'INTEGER') {
    if (!Number.isSafeInteger(value)) return 'is no whole number'
    return name === 'seq' && !isSequence(Number(value)) ? `is not from 1 to ${maxSequence}` : undefined
  }
  if (type === 'REAL') return Number.isFinite(value) ? undefined : 'is no number'
  if (typeof value !== 'string') return 'is no text'
  if (!value.isWellFormed()) return 'has half a character'
  return /^id$|_id$/.test(name) && !/^\d{1,19}$/.test(value) ? 'is no id of at most 19 digits' : undefined
}

/** Tells whether a number can be a sequence number. */
const isSequence = (number: number): boolean => number >= 1 && number <= maxSequence

/** Tables with ids whose JSON is not the entity: that of items is what a merchant says of them. */
const nonEntityTables = new Set(['users', 'items', 'shared_items'])

/**
 * Returns the first key at which a row's JSON differs from the columns that it is found by; undefined when both agree.
 */
export function mismatchedKey(table: string, row: Readonly<Record<string, unknown>>): string | undefined {
  const { json } = row
  if (nonEntityTables.has(table) || json === null || typeof json !== 'object') return undefined
  if ('id' in row && !('id' in json)) return 'id'
  return Object.entries(json).find(([key, value]) => lookupKey.test(key) && key in row && row[key] !== value)?.[0]
}

const lookupKey = /^id$|_id$|^status$/

import { z } from 'zod'
import { type State, StateError } from '#db/export.ts'
import { machineMilliseconds } from '../domain/time/clock.ts'
import { featuresSchema, Limits, rulesSchema } from '../worlds/settings-schema.ts'

/** The last moment that a date of four digits can tell, in milliseconds. */
const latest = 253_402_300_799_999

const moment = z.number().min(0).max(latest)
const settings: Readonly<Record<string, z.ZodType>> = {
  clock: z.union(
    [
      z.strictObject({ frozen_at: moment }),
      z.strictObject({ ahead: z.number().refine((ahead) => moment.safeParse(machineMilliseconds() + ahead).success) }),
    ],
    { error: 'is neither { "frozen_at": … } nor { "ahead": … } in milliseconds, between the years 1970 and 9999' },
  ),
  limits: Limits,
  rules: rulesSchema,
  features: featuresSchema,
  aliases: z.record(z.string(), z.record(z.string(), z.string())),
}

const stored = z
  .record(z.string(), z.unknown())
  .refine((document) => Object.keys(document).length > 0, { error: 'must have something in it' })
const texts = z.array(z.string())

/** What is kept as JSON in columns of that name, whatever the table; answers are made of it as it is. */
const columns: Readonly<Record<string, z.ZodType>> = {
  json: stored,
  features: z.record(z.string(), z.boolean()).nullable(),
  permissions: texts,
  rejected_reasons: texts,
  scopes: texts,
}

/** Users need not say anything of themselves. */
const mayBeEmpty = z.record(z.string(), z.unknown())

type Row = Readonly<Record<string, unknown>>

/** The state, when each of its rows passes `checkRow`. */
export function checkedState(state: State): State {
  for (const [table, rows] of Object.entries(state.tables)) {
    for (const [index, row] of rows.entries()) checkRow(table, index, row)
  }
  return state
}

/**
 * Looks at the JSON of a row, of which answers and settings are made.
 *
 * @throws StateError with the place, when one of them would break.
 */
export function checkRow(table: string, index: number, row: Row): void {
  for (const [column, value] of Object.entries(row)) {
    const error = schemaOf(table, row, column)?.safeParse(value).error
    if (error === undefined) continue
    const [issue] = error.issues
    const place = [`tables.${table}[${index}].${column}`, ...(issue?.path ?? [])].join('.')
    throw new StateError(`${place}: ${issue?.message}`)
  }
}

function schemaOf(table: string, { name }: Row, column: string): z.ZodType | undefined {
  if (table === 'settings') return column === 'json' ? settings[String(name)] : undefined
  return table === 'users' && column === 'json' ? mayBeEmpty : columns[column]
}

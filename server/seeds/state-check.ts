import { z } from 'zod'
import { type State, StateError } from '#db/export.ts'
import { lastMillisecond, machineMilliseconds } from '../domain/time/clock.ts'
import { DeliveryAccounts, FigureColumns, StoredChange, StoredPast } from '../registry/delivery.ts'
import { featuresSchema, Limits, rulesSchema, storedTransitions, targetSchemas } from '../worlds/settings-schema.ts'

const Time = z.number().min(0).max(lastMillisecond)
const settings = new Map<unknown, z.ZodType>(
  Object.entries({
    clock: z.union(
      [
        z.strictObject({ frozen_at: Time }),
        z.strictObject({ ahead: z.number().refine((ahead) => Time.safeParse(machineMilliseconds() + ahead).success) }),
      ],
      { error: 'is neither { "frozen_at": … } nor { "ahead": … } in milliseconds, between the years 1970 and 9999' },
    ),
    limits: Limits,
    ...targetSchemas,
    rules: rulesSchema,
    features: featuresSchema,
    transitions: storedTransitions,
    aliases: z.record(z.string(), z.record(z.string(), z.string())),
    past_features: z.array(z.strictObject({ until: z.int(), features: featuresSchema })),
    delivery: z.strictObject({ accounts: DeliveryAccounts, ready_after: z.number().min(0) }).partial(),
  }),
)

const StoredJson = z
  .record(z.string(), z.unknown())
  .refine((document) => Object.keys(document).length > 0, { error: 'must have something in it' })
const Texts = z.array(z.string())

/** Schemas of JSON columns by name, in every table. Responses are made from the stored text as it is. */
const columns = new Map<string, z.ZodType>(
  Object.entries({
    json: StoredJson,
    features: z.record(z.string(), z.boolean()).nullable(),
    permissions: Texts,
    rejected_reasons: Texts,
    scopes: Texts,
    state: StoredPast,
    change: StoredChange,
    columns: FigureColumns,
    products: z.array(z.record(z.string(), z.unknown())).nullable(),
    product_tags: z.array(z.strictObject({ pin_id: z.string() })).nullable(),
  }),
)

/** Users may have no fields at all. */
const UserJson = z.record(z.string(), z.unknown())

type Row = Readonly<Record<string, unknown>>

/** Returns the state if each of its rows passes `checkRow`. */
export function checkedState(state: State): State {
  for (const [table, rows] of Object.entries(state.tables)) {
    for (const [index, row] of rows.entries()) checkRow(table, index, row)
  }
  return state
}

/**
 * Validates the JSON columns of a row, from which responses and settings are made.
 *
 * @throws StateError with the path of the first invalid value.
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
  if (table === 'settings') return column === 'json' ? settings.get(name) : undefined
  return table === 'users' && column === 'json' ? UserJson : columns.get(column)
}

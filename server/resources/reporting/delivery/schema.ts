import { z } from 'zod'
import { settableColumns, settableQuantity } from '#server/domain/delivery/fixed-figures.ts'
import { nearest } from '#server/http/nearest.ts'
import { Id } from '#server/http/schema/fields.ts'

const largestAmount = 1_000_000_000_000

const Column = z.string().refine((name) => settableQuantity(name) !== undefined, {
  error: ({ input }) =>
    `is no column that can be set: it is unknown, or worked out from others. Did you mean ${nearest(input, settableColumns)}?`,
})

/** The amounts of columns. Two columns of one quantity, as IMPRESSION_1 and PAID_IMPRESSION, must not differ. */
export const FigureColumns = z
  .record(Column, z.int().min(0).max(largestAmount))
  .refine((columns) => Object.keys(columns).length > 0, { error: 'names no column' })
  .refine((columns) => contradictionIn(columns) === undefined, {
    error: ({ input }) => `${contradictionIn(input as Readonly<Record<string, number>>)} are the same and differ`,
  })
  .meta({
    description:
      'Amounts by the name of a column that counts something, in whole numbers, money in micro-currency. Columns that are left out are 0; rates, costs per unit and totals follow.',
    example: { IMPRESSION_1: 1000, CLICKTHROUGH_1: 20, SPEND_IN_MICRO_DOLLAR: 5_000_000 },
  })

const day = z.iso.date().meta({ description: 'A day of UTC.', example: '2026-05-30' })
const hour = z
  .int()
  .min(0)
  .max(23)
  .optional()
  .meta({ description: 'An hour of the day; the whole day when absent. What is set for an hour is part of its day.' })

/** The figures of an ad on a day or in an hour. */
export const DeliveryFigures = z
  .strictObject({ ad_id: Id, date: day, hour, columns: FigureColumns })
  .meta({ id: 'DeliveryFigures', description: 'Figures of an ad for a day or an hour in reports.' })

/** The delivery of an ad account, beside the model. */
export const AccountDelivery = z
  .strictObject({
    off: z.boolean().optional().meta({ description: 'Whether nothing is delivered, as in the sandbox.' }),
    factor: z
      .number()
      .min(0)
      .max(1000)
      .optional()
      .meta({ description: 'Impressions against those of the model, before budgets; 1 when absent.' }),
  })
  .meta({ id: 'AccountDelivery' })

/** The delivery settings of a world by ad account, or for all of them as `*`. */
export const DeliveryAccounts = z
  .record(z.string().regex(/^(\*|\d+)$/), AccountDelivery)
  .meta({ description: 'Delivery by ad account id. `*` stands for all ad accounts.', example: { '*': { factor: 2 } } })

/** The figures of an ad in a seed, whose date may be a duration from now. */
export const SeedFigures = z.strictObject({
  date: z.string().meta({ description: 'Day in UTC, or duration from now: -P3D, for example.' }),
  hour,
  columns: FigureColumns,
})

/** The figures of an ad as a request has them. */
export type DeliveryFigures = z.output<typeof DeliveryFigures>
/** The delivery of an ad account, beside the model. */
export type AccountDelivery = z.output<typeof AccountDelivery>

function contradictionIn(columns: Readonly<Record<string, number>>): string | undefined {
  const seen = new Map<string | undefined, string>()
  for (const [name, amount] of Object.entries(columns)) {
    const quantity = settableQuantity(name)
    const other = seen.get(quantity)
    if (other !== undefined && columns[other] !== amount) return `${other} and ${name}`
    seen.set(quantity, name)
  }
  return undefined
}

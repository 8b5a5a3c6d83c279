import { conversionColumns } from './conversion-columns.ts'
import { deliveryColumns } from './delivery-columns.ts'
import { emptyColumns } from './empty-columns.ts'
import type { FigureColumn } from './figure-column.ts'
import { formatColumns } from './format-columns.ts'
import { videoColumns } from './video-columns.ts'

/** The columns of figures, by name. */
export const figureColumns: Readonly<Record<string, FigureColumn>> = {
  ...deliveryColumns,
  ...videoColumns,
  ...formatColumns,
  ...conversionColumns,
  ...emptyColumns,
}

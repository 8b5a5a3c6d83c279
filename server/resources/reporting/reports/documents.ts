import type { World } from '#server/worlds/world.ts'
import { reportDocument } from './document.ts'
import { productDocument } from './product-document.ts'
import type { ReportRow, ReportType } from './repository.ts'

type Document = (world: World, report: ReportRow) => AsyncIterable<string>

const documents: Readonly<Record<ReportType, Document>> = {
  report: reportDocument,
  mmm: reportDocument,
  conversion_product: productDocument,
}

/** Yields the file of a report, computed while it is read. */
export const documentOf: Document = (world, report) => documents[report.type](world, report)

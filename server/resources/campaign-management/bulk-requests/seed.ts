import { accountSeed } from '#server/contracts/seed-section.ts'
import { BulkDownloadCreate } from './schema.ts'
import { createDownload } from './service.ts'

/** The seed section of bulk requests: downloads, each of an ad account. */
export const bulkRequestSeed = accountSeed('bulk_requests', BulkDownloadCreate, createDownload)

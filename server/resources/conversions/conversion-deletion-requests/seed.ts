import { accountSeed } from '#server/contracts/seed-section.ts'
import { DeletionRequestCreate } from './schema.ts'
import { createDeletionRequest } from './service.ts'

/** The seed section of requests for deletion, each of an ad account. */
export const deletionRequestSeed = accountSeed(
  'conversion_deletion_requests',
  DeletionRequestCreate,
  createDeletionRequest,
)

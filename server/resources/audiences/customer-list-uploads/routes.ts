import { uploads } from '#server/http/parsing/uploads.ts'
import { sendJson } from '#server/http/responses/replies.ts'
import type { Operations } from '#server/plugins/operations.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import { progressOf, readProgressOf } from '#server/worlds/progress.ts'
import type { World } from '#server/worlds/world.ts'
import type { CustomerListRow } from '../customer-lists/repository.ts'
import { CustomerListPath } from '../customer-lists/schema.ts'
import { requireCustomerList } from '../customer-lists/service.ts'
import {
  CustomerListUpload,
  CustomerListUploadCreate,
  CustomerListUploadCreated,
  CustomerListUploadPath,
} from './schema.ts'
import { createdUpload, uploadOf } from './serialize.ts'
import { createUpload, requireUpload, runUpload } from './service.ts'

/** Adds the operations on the uploads of customer lists. */
export function customerListUploadRoutes(app: Operations): void {
  app.operation('customer_list_uploads/create', {
    summary: 'Create an upload',
    description:
      'Registers an upload of a file in 1 to 10 parts. Sending the parts is optional; the mock stores none of them.',
    schema: {
      params: CustomerListPath,
      body: CustomerListUploadCreate,
      response: { 200: CustomerListUploadCreated },
    },
    handler: ({ params, body, world, protocol, host }, reply) => {
      const list = listIn(world, params)
      const address = `${protocol}://${host}${uploads.below}${uploads.path}`
      const row = world.write(() => createUpload(world, list, body))
      const upload = uploadOf(row, list, progressOf(world, 'customer_list_uploads'))
      return sendJson(reply, JSON.stringify(createdUpload(upload, body.total_parts, address)))
    },
  })

  app.operation('customer_list_uploads/get', {
    summary: 'Get an upload',
    description:
      "Returns an upload with its state: NOT_STARTED before the run, then RUNNING, and SUCCEEDED after a minute of the world's clock.",
    schema: { params: CustomerListUploadPath, response: { 200: CustomerListUpload } },
    handler: ({ params, world }, reply) => {
      const list = listIn(world, params)
      const row = requireUpload(world, list, params.customer_list_upload_id)
      return sendJson(reply, JSON.stringify(uploadOf(row, list, readProgressOf(world, 'customer_list_uploads'))))
    },
  })

  app.operation('customer_list_uploads/run', {
    summary: 'Run an upload',
    description:
      'Starts processing of the upload and counts one batch of the customer list. The mock stores no file, so the batch has no records.',
    schema: { params: CustomerListUploadPath, response: { 200: CustomerListUpload } },
    handler: ({ params, world }, reply) => {
      const list = listIn(world, params)
      const stored = requireUpload(world, list, params.customer_list_upload_id)
      const row = world.write(() => runUpload(world, list, stored))
      return sendJson(reply, JSON.stringify(uploadOf(row, list, progressOf(world, 'customer_list_uploads'))))
    },
  })
}

const listIn = (world: World, path: { ad_account_id: string; customer_list_id: string }): CustomerListRow =>
  requireCustomerList(world, requireAdAccount(world, path.ad_account_id), path.customer_list_id)

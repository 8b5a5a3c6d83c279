import { z } from 'zod'
import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { ListOperation } from '../customer-lists/schema.ts'
import { requireCustomerList } from '../customer-lists/service.ts'
import { createUpload } from './service.ts'

/** The seed section of uploads. Each is for a customer list, and none has been run. */
export const customerListUploadSeed = seedSection({
  name: 'customer_list_uploads',
  creation: z.object({ operation: ListOperation }),
  shape: { customer_list: aliasOf('customer_lists'), operation: ListOperation },
  create({ world, named }, { customer_list, operation }) {
    const { id, account } = named('customer_lists', customer_list)
    return { id: createUpload(world, requireCustomerList(world, account, id), { operation }).id, account }
  },
})

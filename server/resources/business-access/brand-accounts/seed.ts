import { aliasOf, seedSection } from '#server/contracts/seed-section.ts'
import { BrandAccountCreate } from './schema.ts'
import { createBrandAccount } from './service.ts'

/** The seed section of brand accounts, each below a business. */
export const brandAccountSeed = seedSection({
  name: 'brand_accounts',
  creation: BrandAccountCreate,
  shape: { business: aliasOf('users') },
  create({ world, idNamed, parsed }, { business, ...item }) {
    return { id: createBrandAccount(world, idNamed('users', business), parsed(BrandAccountCreate, item)).id }
  },
})

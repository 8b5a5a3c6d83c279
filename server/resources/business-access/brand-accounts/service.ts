import type { Database } from '#db/database.ts'
import type { UserProfile } from '#server/domain/access/user.ts'
import { ApiError } from '#server/domain/errors/api-errors.ts'
import {
  findUserByName,
  renameUser,
  storeProfile,
  type UserRow,
  userTable,
} from '#server/resources/accounts/users/repository.ts'
import { saveUser } from '#server/resources/accounts/users/service.ts'
import type { World } from '#server/worlds/world.ts'
import { type BrandAccountRow, brandAccountTable } from '../businesses/hierarchy.ts'
import { brandAccountErrors } from './resource.ts'
import { brandAccountRules } from './rules.ts'
import type { BrandAccountCreate, BrandAccountUpdate } from './schema.ts'

/** Creates a brand account, a business with a user of its own; throws when a rule refuses it. */
export function createBrandAccount(
  world: World,
  business_hierarchy_id: string,
  { username, country, ...item }: BrandAccountCreate,
): BrandAccountRow {
  const { db, rules } = world
  const isTaken = findUserByName(db, username) !== undefined
  rules.assert(brandAccountRules, { username, isTaken })
  const { id } = saveUser(world, username, { account_type: 'BUSINESS', ...profileFields(item) })
  return brandAccountTable.insert(db, { seq: brandAccountTable.nextSequence(db), id, business_hierarchy_id, country })
}

/** Changes a brand account of a hierarchy; throws when it has none of this id, or a rule refuses the change. */
export function changeBrandAccount(
  { db, rules }: World,
  hierarchyId: string,
  id: string,
  { username, country, ...item }: BrandAccountUpdate,
): BrandAccountRow {
  const { user, brand } = requireBrandAccount(db, hierarchyId, id)
  const holder = username === undefined ? undefined : findUserByName(db, username)
  rules.assert(brandAccountRules, { username, isTaken: holder !== undefined && holder.id !== id })
  if (username !== undefined) renameUser(db, id, username)
  storeProfile(db, id, { ...JSON.parse(user.json), ...profileFields(item) })
  return brandAccountTable.update(db, { ...brand, country: country ?? brand.country })
}

function requireBrandAccount(
  db: Database,
  hierarchyId: string,
  id: string,
): { readonly user: UserRow; readonly brand: BrandAccountRow } {
  const user = userTable.find(db, id)
  if (user === undefined) throw new ApiError(brandAccountErrors['brand_account.path'])
  const brand = brandAccountTable.find(db, id)
  if (brand === undefined) throw new ApiError(brandAccountErrors['brand_account.kind'])
  if (brand.business_hierarchy_id !== hierarchyId) throw new ApiError(brandAccountErrors['brand_account.path'])
  return { user, brand }
}

function profileFields({
  name,
  about,
  website,
}: Omit<BrandAccountUpdate, 'username' | 'country'>): Partial<UserProfile> {
  return {
    ...(name !== undefined && { business_name: name }),
    ...(about !== undefined && { about }),
    ...(website !== undefined && { website_url: website }),
  }
}

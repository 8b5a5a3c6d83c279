import type { Database } from '#db/database.ts'
import type { Role } from '#server/domain/access/roles.ts'
import { idOf } from '#server/domain/ids.ts'
import { adAccountTable } from '#server/resources/accounts/ad-accounts/repository.ts'
import { hierarchyOf } from '#server/resources/business-access/businesses/hierarchy.ts'
import { isBusiness } from '#server/resources/business-access/businesses/permitted.ts'
import type { World } from '#server/worlds/world.ts'
import {
  findAnyAudience,
  findShare,
  type RecipientType,
  type ShareRow,
  sharesBy,
  shareTable,
} from '../audiences/shares.ts'
import { shareIdRange } from './resource.ts'
import { type SharingFacts, sharingRules } from './rules.ts'

/** A change of who an audience is shared with. */
export interface Sharing {
  readonly operation: string
  readonly audience_id: string
  readonly operation_type: 'SHARE' | 'REVOKE'
  /** The ad account or business that shares. */
  readonly sharer: string
  readonly recipient_type: RecipientType
  readonly recipients: readonly string[]
}

const permissionsOf: Readonly<Record<RecipientType, readonly Role[]>> = {
  AD_ACCOUNT: ['RESOURCE_PINNER_LIST_READER'],
  BUSINESS_ACCOUNT: ['RESOURCE_PINNER_LIST_READER', 'BIZ_PINNER_LIST_SHARER'],
}

/** Shares an audience with recipients, or ends it; throws when a rule refuses it. Returns their permissions then. */
export function share(world: World, sharing: Sharing): readonly Role[] {
  const { operation_type, recipient_type, recipients } = sharing
  const facts = sharingFacts(world.db, sharing)
  world.rules.assert(sharingRules, facts)
  for (const recipient of new Set(recipients)) {
    if (operation_type === 'SHARE') addShare(world, sharing, recipient)
    else removeShare(world.db, sharing, recipient, facts.isOwner)
  }
  return operation_type === 'SHARE' ? permissionsOf[recipient_type] : []
}

function addShare({ db, clock }: World, { audience_id, recipient_type, sharer }: Sharing, recipient: string): ShareRow {
  const before = findShare(db, audience_id, recipient)
  if (before !== undefined) return before
  const seq = shareTable.nextSequence(db)
  const shared_on_timestamp = clock.seconds()
  const id = idOf(shareIdRange, seq)
  return shareTable.insert(db, {
    seq,
    id,
    audience_id,
    recipient,
    recipient_type,
    shared_by: sharer,
    shared_on_timestamp,
  })
}

/** Ends a share; what the recipient shared itself ends with it. */
function removeShare(db: Database, { audience_id, sharer }: Sharing, recipient: string, isOwner: boolean): void {
  const row = findShare(db, audience_id, recipient)
  if (row === undefined || (!isOwner && row.shared_by !== sharer)) return
  for (const passedOn of sharesBy(db, audience_id, recipient)) shareTable.remove(db, passedOn.id)
  shareTable.remove(db, row.id)
}

/** Returns the id of the business that owns an ad account, or the business itself. */
const businessOf = (db: Database, id: string): string => adAccountTable.find(db, id)?.owner_id ?? id

/** Tells whether an ad account or business owns an audience: a business those of its ad accounts. */
export function ownsAudience(db: Database, ownerId: string, audienceId: string): boolean {
  const accountId = findAnyAudience(db, audienceId)?.ad_account_id
  return accountId !== undefined && (accountId === ownerId || businessOf(db, accountId) === ownerId)
}

function sharingFacts(
  db: Database,
  { operation, audience_id, sharer, recipient_type, recipients }: Sharing,
): SharingFacts {
  const accountId = findAnyAudience(db, audience_id)?.ad_account_id ?? ''
  const owner = businessOf(db, accountId)
  const isAccount = recipient_type === 'AD_ACCOUNT'
  const exists = (id: string): boolean => (isAccount ? adAccountTable.find(db, id) !== undefined : isBusiness(db, id))
  const hierarchy = hierarchyOf(db, owner)
  return {
    operation,
    audienceId: audience_id,
    recipientType: recipient_type,
    isOwner: ownsAudience(db, sharer, audience_id),
    isRecipient: findShare(db, audience_id, sharer) !== undefined,
    invalid: recipients.filter((id) => !exists(id) || id === (isAccount ? accountId : owner)),
    outside: recipients.filter((id) => hierarchyOf(db, businessOf(db, id)) !== hierarchy),
    foreign: recipients.filter((id) => businessOf(db, id) !== sharer),
  }
}

import type { Outcome } from '#server/domain/rules/outcome.ts'
import { userTable } from '#server/resources/accounts/users/repository.ts'
import type { World } from '#server/worlds/world.ts'
import { inapplicableTo } from '../business-assets/service.ts'
import { permissionsOn } from '../businesses/access.ts'
import { findAsset } from '../businesses/assets.ts'
import { findPartner } from '../businesses/partners.ts'
import { actsFor } from '../businesses/permitted.ts'
import { emailOf } from '../businesses/summaries.ts'
import { accept } from './acceptance.ts'
import type { AccessRequest, Answer, AssetInvite } from './body-schema.ts'
import { type InviteSender, storeInvite } from './creation.ts'
import { type InviteRow, inviteTable } from './repository.ts'
import { handlingRules, type InviteFacts } from './rules.ts'

const harmless = { isFound: true, isPending: true, isOfType: true, unknown: [], inapplicable: [], isPartner: true }

/** Accepts or declines one invite for the user who calls, unless a rule refuses it. */
export function answerInvite(world: World, userId: string, { invite_id, action }: Answer): Outcome<InviteRow> {
  const { db, rules } = world
  const row = inviteTable.find(db, invite_id)
  const isFound = row !== undefined && isAddressedTo(world, row, userId)
  const isRequest = row?.invite_type === 'PARTNER_REQUEST'
  const granted = isRequest ? (action.asset_id_to_permissions ?? {}) : {}
  const violations = rules.evaluate(handlingRules.filter(isOf(operations.respond)), {
    ...harmless,
    ...factsOf(world, operations.respond, row, isFound),
    ...assetFacts(world, row?.recipient_id ?? '', granted),
  })
  if (row === undefined || violations.length > 0) return { violations }
  const isIgnored = action.asset_id_to_permissions !== undefined && !isRequest
  const warnings = isIgnored
    ? ['asset_id_to_permissions has no effect here: the business that sent an invite grants what the invite has']
    : []
  if (!action.accept_invite) return { row: withStatus(world, row, 'DECLINED'), warnings }
  accept(world, { ...row, recipient_id: row.recipient_id ?? userId }, action.asset_id_to_permissions)
  return { row: withStatus(world, row, 'ACCEPTED'), warnings }
}

/** Cancels one invite that the business sent, unless a rule refuses it. */
export function cancelInvite(world: World, businessId: string, id: string): Outcome<InviteRow> {
  const row = inviteTable.find(world.db, id)
  const facts = { ...harmless, ...factsOf(world, operations.cancel, row, row?.business_id === businessId) }
  const violations = world.rules.evaluate(handlingRules.filter(isOf(operations.cancel)), facts)
  if (row === undefined || violations.length > 0) return { violations }
  return { row: withStatus(world, row, 'CANCELLED') }
}

/** Sets the assets that one pending invite of the business grants, unless a rule refuses it. */
export function assignAssets(world: World, businessId: string, item: AssetInvite): Outcome<InviteRow> {
  const { db, clock, rules } = world
  const row = inviteTable.find(db, item.invite_id)
  const owner = row?.invite_type === 'PARTNER_REQUEST' ? (row.recipient_id ?? '') : businessId
  const violations = rules.evaluate(handlingRules.filter(isOf(operations.assign)), {
    ...harmless,
    ...factsOf(world, operations.assign, row, row?.business_id === businessId),
    isOfType: row === undefined || row.invite_type === item.invite_type,
    ...assetFacts(world, owner, item.asset_id_to_permissions),
  })
  if (row === undefined || violations.length > 0) return { violations }
  const assets = JSON.stringify({ ...JSON.parse(row.assets), ...item.asset_id_to_permissions })
  return { row: inviteTable.update(db, { ...row, assets, last_updated_time: clock.milliseconds() }) }
}

/** Requests access to assets of a partner, unless a rule refuses it. */
export function requestAccess(world: World, sender: InviteSender, item: AccessRequest): Outcome<InviteRow> {
  const { db, rules } = world
  const { partner_id, asset_id_to_permissions: assets } = item
  const isPartner =
    (findPartner(db, sender.business_id, partner_id) ?? findPartner(db, partner_id, sender.business_id)) !== undefined
  const facts = { ...harmless, operation: operations.request, isPartner, ...assetFacts(world, partner_id, assets) }
  const violations = rules.evaluate(handlingRules.filter(isOf(operations.request)), facts)
  if (violations.length > 0) return { violations }
  const invite = { invite_type: 'PARTNER_REQUEST', business_role: 'PARTNER', email: null } as const
  return { row: storeInvite(world, sender, { ...invite, recipient_id: partner_id, assets }) }
}

const operations = {
  respond: 'respond_business_access_invites',
  cancel: 'cancel_invites_or_requests',
  assign: 'create_asset_invites',
  request: 'asset_access_requests/create',
} as const

const isOf = (operation: string) => (rule: (typeof handlingRules)[number]) => rule.operations.includes(operation)

const factsOf = ({ clock }: World, operation: string, row: InviteRow | undefined, isFound: boolean) => ({
  operation,
  isFound,
  isPending: row?.invite_status === 'PENDING' && row.invite_expiration > clock.milliseconds(),
})

/** Tells whether an invite is for this user to answer: its own, or that of a business that the user acts for. */
function isAddressedTo({ db }: World, row: InviteRow, userId: string): boolean {
  if (row.recipient_id === null) return row.email === emailOf(userTable.find(db, userId)?.username ?? '')
  if (row.invite_type === 'MEMBER_INVITE') return row.recipient_id === userId
  return actsFor(db, userId, row.recipient_id)
}

function assetFacts(
  { db }: World,
  owner: string,
  assets: Readonly<Record<string, readonly string[]>>,
): Pick<InviteFacts, 'unknown' | 'inapplicable'> {
  const ids = Object.keys(assets)
  return {
    unknown: ids.filter((id) => !permissionsOn(db, owner, id).includes('OWNER')),
    inapplicable: ids.flatMap((id) => {
      const asset = findAsset(db, id)
      return asset === undefined ? [] : inapplicableTo(asset, assets[id] ?? [])
    }),
  }
}

const withStatus = ({ db, clock }: World, row: InviteRow, invite_status: InviteRow['invite_status']): InviteRow =>
  inviteTable.update(db, { ...row, invite_status, last_updated_time: clock.milliseconds() })
